import { useTranslation } from 'react-i18next'
import type { WhyNotYet } from '#engine'
import { BestPractice } from '../coaching/BestPractice.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useDealView } from './deal-view.ts'
import { WhyNotYetStage } from './WhyNotYetStage.tsx'
import './why.css'

/** The exact answer for every stage that is not complete: all smallest sets of facts, who brings each, and by which action. */
export function WhyNotYetPanel() {
  const { t } = useTranslation()
  const { page } = useDealView()
  const open = page.whyNotYet.filter(({ status }) => status === 'open')
  const ahead = page.whyNotYet.filter(({ status }) => status === 'waiting')
  return (
    <Panel title={t('deals.why.title')}>
      {page.whyNotYet.length === 0 && <p className="titled-body quiet">{t('deals.why.nothing')}</p>}
      {open.map((why) => (
        <div key={why.stage} id={stageAnchor(why.stage)}>
          <WhyNotYetStage why={why} />
          <BestPractice segment={page.deal.segment.id} stage={why.stage} />
        </div>
      ))}
      {ahead.length > 0 && <p className="why-ahead-head">{t('deals.why.ahead')}</p>}
      {ahead.map((why) => (
        <StageAhead key={why.stage} why={why} />
      ))}
    </Panel>
  )
}

/** Where a stage's answer stands on the page. */
export const stageAnchor = (stage: string): string => `why-${stage}`

/** A stage that the purchase has not come to. What it will ask counts the moment it is recorded. */
function StageAhead({ why }: { why: WhyNotYet }) {
  const { t, i18n } = useTranslation()
  const { names } = useDealView()
  const after = new Intl.ListFormat(i18n.language).format(why.after.map(names.stage))
  return (
    <details className="fold why-ahead" id={stageAnchor(why.stage)}>
      <summary>
        <strong>{names.stage(why.stage)}</strong>
        <span className="quiet">{after ? t('deals.why.after', { stages: after }) : t('deals.why.entry')}</span>
        <span className="why-count">
          {countOf(why) === 0 ? t('deals.why.factsThere') : t('deals.why.missing', { count: countOf(why) })}
        </span>
      </summary>
      <WhyNotYetStage why={why} headless />
    </details>
  )
}

const countOf = ({ sets }: WhyNotYet): number =>
  Math.min(...sets.map((set) => set.length), Number.MAX_SAFE_INTEGER) % Number.MAX_SAFE_INTEGER
