import { useTranslation } from 'react-i18next'
import type { LeadImport } from '../../api/leads/contract.ts'
import { Tone } from '../ui/Tone.tsx'

type Props = { report: LeadImport; words: 'takes' | 'took' }

/** What a list would come to, or came to: its rows in numbers, and each that is refused with its line and why. */
export function ImportReport({ report, words }: Props) {
  const { t } = useTranslation()
  const { added, changed, unchanged, refused, refusedCount, columnsLeft } = report
  return (
    <div className="lead-import" role="status">
      <p className="lead-import-counts">
        <Tone tone="good">{t(`leads.${words}.added`, { count: added })}</Tone>
        <Tone tone="plain">{t(`leads.${words}.changed`, { count: changed })}</Tone>
        <Tone tone="plain">{t(`leads.${words}.unchanged`, { count: unchanged })}</Tone>
        {refusedCount > 0 && <Tone tone="bad">{t(`leads.${words}.refused`, { count: refusedCount })}</Tone>}
      </p>
      {columnsLeft.length > 0 && (
        <p className="quiet">
          {t('leads.columnsLeft', { columns: columnsLeft.join(', '), count: columnsLeft.length })}
        </p>
      )}
      {refused.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section className="lead-refused" aria-label={t('leads.refusedRows')} tabIndex={0}>
          <table className="dense">
            <thead>
              <tr>
                <th className="number">{t('leads.line')}</th>
                <th>{t('leads.key')}</th>
                <th>{t('leads.why')}</th>
              </tr>
            </thead>
            <tbody>
              {refused.map(({ line, key, code, details }) => (
                <tr key={line}>
                  <td className="number" data-name={t('leads.line')}>
                    {line}
                  </td>
                  <td data-name={t('leads.key')}>{key || <span className="quiet">—</span>}</td>
                  <td>{t(`leads.fault.${code}`, details)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {refusedCount > refused.length && (
        <p className="quiet">{t('leads.refusedMore', { count: refusedCount - refused.length })}</p>
      )}
    </div>
  )
}
