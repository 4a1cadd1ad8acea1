import { useTranslation } from 'react-i18next'
import type { FunnelCounts } from '../../api/leads/contract.ts'
import { Panel } from '../ui/Panel.tsx'
import type { LeadsPlace } from './leads-place.ts'

type At = Pick<LeadsPlace, 'stage' | 'deals'>
type Props = { counts: FunnelCounts; at: At; choose: (at: At) => void }

/** How many leads stand at each stage, and how many became deals: a bar each, as long as its number, and a filter. */
export function FunnelChart({ counts, at, choose }: Props) {
  const { t } = useTranslation()
  const { stages, promoted, total } = counts
  const most = Math.max(promoted, ...stages.map(({ leads }) => leads))
  return (
    <Panel title={t('leads.funnel')} count={total}>
      <ol className="funnel">
        {stages.map(({ id, name, leads }) => (
          <li key={id}>
            <Bar
              name={name}
              leads={leads}
              total={total}
              most={most}
              isChosen={id === at.stage}
              choose={() => choose({ stage: id === at.stage ? undefined : id, deals: undefined })}
            />
          </li>
        ))}
        <li className="funnel-deals">
          <Bar
            name={t('leads.becameDeals')}
            leads={promoted}
            total={total}
            most={most}
            isChosen={at.deals === true}
            choose={() => choose({ stage: undefined, deals: at.deals ? undefined : true })}
          />
        </li>
      </ol>
    </Panel>
  )
}

type BarProps = { name: string; leads: number; total: number; most: number; isChosen: boolean; choose: () => void }

function Bar({ name, leads, total, most, isChosen, choose }: BarProps) {
  const { i18n } = useTranslation()
  const share = new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    maximumFractionDigits: digitsOf(leads, total),
  })
  return (
    <button type="button" className="choice-button" aria-pressed={isChosen} onClick={choose}>
      <span className="funnel-name">{name}</span>
      <b>{leads.toLocaleString(i18n.language)}</b>
      <span className="funnel-share">{total === 0 ? '—' : share.format(leads / total)}</span>
      <span className="funnel-bar" aria-hidden>
        <span style={{ width: `${most === 0 ? 0 : (leads / most) * 100}%` }} />
      </span>
    </button>
  )
}

/** Digits after the point: below one per cent a whole number would say nothing. */
const digitsOf = (leads: number, total: number): number => (leads > 0 && leads / total < 0.01 ? 1 : 0)
