import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { UsualTime } from '../../api/cohorts/contract.ts'
import type { MySegment, StandingDeal } from '../../api/work/contract.ts'
import { Tone } from '../ui/Tone.tsx'
import { useNow } from '../ui/use-now.ts'
import { useShownSpan } from '../ui/use-shown-span.ts'
import { Mark } from './Mark.tsx'
import type { RecordOn } from './use-recording.ts'

/** Missing facts that are named; the deal's own page has them all. */
const mostMissing = 3

type Props = {
  deal: MySegment['elsewhere'][number] | StandingDeal
  usual?: UsualTime | null
  record: RecordOn
}

/** One deal at one stage. A click opens it; its button records an interaction at once. */
export function DealChip({ deal, usual = null, record }: Props) {
  const { t } = useTranslation()
  const stands = 'since' in deal ? deal : undefined
  return (
    <li className={stands?.late ? 'deal-chip late' : 'deal-chip'} aria-label={deal.name}>
      <div className="chip-head">
        <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="row-link">
          {deal.name}
        </Link>
        <Button size="small" aria-label={t('today.recordOn', { deal: deal.name })} onClick={() => record(deal.id, [])}>
          {t('today.record')}
        </Button>
      </div>
      <p className="chip-facts">
        {deal.account && <span className="quiet">{deal.account}</span>}
        {stands && <Stood deal={stands} usual={usual} />}
        {stands && stands.owed > 0 && (
          <span>
            {t('today.owes', { count: stands.owed })}{' '}
            {stands.overdue > 0 && <Tone tone="bad">{t('today.overdue', { count: stands.overdue })}</Tone>}
          </span>
        )}
      </p>
      {stands && <StillMissing deal={stands} />}
    </li>
  )
}

function Stood({ deal, usual }: { deal: StandingDeal; usual: UsualTime | null }) {
  const { t } = useTranslation()
  const span = useShownSpan()
  const stood = t('today.stood', { time: span(Math.max(0, useNow() - Date.parse(deal.since))) })
  if (!deal.late || !usual) return <span>{stood}</span>
  return (
    <span>
      <Tone tone="warn">{stood}</Tone> <span className="quiet">{t('today.late', { time: span(usual.most) })}</span>
    </span>
  )
}

/** What the customer still has to give for this stage, and from whom it comes. */
function StillMissing({ deal: { missing, otherWays } }: { deal: StandingDeal }) {
  const { t, i18n } = useTranslation()
  if (missing.length === 0) return <p className="quiet chip-facts">{t('today.complete')}</p>
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' })
  return (
    <ul className="chip-missing">
      {missing.slice(0, mostMissing).map(({ kind, id, name, from }) => (
        <li key={`${kind} ${id}`}>
          <Mark kind={kind} />
          <span>
            {id === 'objections.open' ? t('deals.why.noObjections') : name}{' '}
            {from.length > 0 && <span className="quiet">{t('today.from', { people: list.format(from) })}</span>}
          </span>
        </li>
      ))}
      {(missing.length > mostMissing || otherWays > 0) && (
        <li className="quiet">
          {missing.length > mostMissing && t('cohort.moreMissing', { count: missing.length - mostMissing })}{' '}
          {otherWays > 0 && t('cohort.otherWays', { count: otherWays })}
        </li>
      )}
    </ul>
  )
}
