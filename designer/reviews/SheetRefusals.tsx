import { useTranslation } from 'react-i18next'
import type { ComparedRow, RowFault } from '../../api/reviews/contract.ts'

/** Rows of a sheet that cannot be taken: where each is, why, and what to do. */
export function SheetRefusals({ rows }: { rows: ComparedRow[] }) {
  const { t } = useTranslation()
  const sentence = useFaultSentence()
  const refused = rows.filter((row) => row.status === 'refused')
  if (refused.length === 0) return null
  return (
    <>
      <h3 className="sheet-refused">{t('reviews.sheet.notTaken')}</h3>
      <ul className="cards panel">
        {refused.map(({ line, cell, deal, name, fault }) => (
          <li key={`${line} ${cell}`}>
            <strong>{cell ?? line}</strong>{' '}
            <span className="quiet">{[deal?.name, name].filter((part) => part).join(' · ')}</span>
            <p>{sentence(fault)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function useFaultSentence(): (fault: RowFault) => string {
  const { t, i18n } = useTranslation()
  return (fault) => {
    if (fault.code !== 'value')
      return t(`reviews.sheet.fault.${fault.code}`, { told: 'told' in fault ? fault.told : '' })
    const options = fault.type.kind === 'choice' ? fault.type.options : []
    return t(`reviews.sheet.value.${fault.type.kind}`, {
      told: fault.told,
      options: new Intl.ListFormat(i18n.language, { type: 'unit' }).format(options),
    })
  }
}
