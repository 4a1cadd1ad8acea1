import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UsualTime } from '../../api/cohorts/contract.ts'
import type { MySegment, StandingDeal } from '../../api/work/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Panel } from '../ui/Panel.tsx'
import { DealChip } from './DealChip.tsx'
import type { RecordOn } from './use-recording.ts'
import './my-stages.css'

/** Of a stage with many deals, those that have stood there longest; the others on demand. */
const mostAtOnce = 9

/** Where the picture stands on the page. */
export const myStagesAnchor = 'my-deals'

/** All my running deals on one picture: segment by segment, at every stage where one stands. */
export function MyStages({ record }: { record: RecordOn }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['my-stages'],
    queryFn: api.myStages,
    refetchInterval: 60_000,
  })
  const shown = new Set(data?.segments.flatMap(dealsIn)).size
  return (
    <section id={myStagesAnchor} className="my-stages" aria-label={t('today.mine')}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.deals === 0 && (
        <Panel title={t('today.mine')}>
          <Nothing title={t('today.none')}>
            {t('today.noneHint')} <Link to="/deals">{t('today.toDeals')}</Link>
          </Nothing>
        </Panel>
      )}
      {data?.segments.map((segment) => (
        <SegmentStages key={segment.id} segment={segment} record={record} />
      ))}
      {data && shown < data.deals && (
        <p className="quiet">
          {t('today.newest', { shown, count: data.deals })} <Link to="/deals">{t('today.toDeals')}</Link>
        </p>
      )}
    </section>
  )
}

const dealsIn = ({ stages, elsewhere }: MySegment): string[] =>
  [...stages.flatMap(({ deals }) => deals), ...elsewhere].map(({ id }) => id)

function SegmentStages({ segment, record }: { segment: MySegment; record: RecordOn }) {
  const { t } = useTranslation()
  const { name, stages, elsewhere } = segment
  return (
    <Panel title={name} count={new Set(dealsIn(segment)).size}>
      <ol className="stage-path" aria-label={t('today.stages', { segment: name })}>
        {stages.map(({ id, name, usual, deals }) => (
          <li key={id} className={deals.length === 0 ? 'empty' : ''}>
            <h3>
              {name} {deals.length > 0 && <span className="tally">{deals.length}</span>}
            </h3>
            {deals.length > 0 && <DealChips deals={deals} usual={usual} record={record} />}
          </li>
        ))}
        {elsewhere.length > 0 && (
          <li className="off-path">
            <h3>
              {t('today.nowhere')} <span className="tally">{elsewhere.length}</span>
            </h3>
            <DealChips deals={elsewhere} usual={null} record={record} />
          </li>
        )}
      </ol>
    </Panel>
  )
}

type Chips = { deals: Chip[]; usual: UsualTime | null; record: RecordOn }
type Chip = MySegment['elsewhere'][number] | StandingDeal

function DealChips({ deals, usual, record }: Chips) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? deals : deals.slice(0, mostAtOnce)
  return (
    <>
      <ul>
        {shown.map((deal) => (
          <DealChip key={deal.id} deal={deal} usual={usual} record={record} />
        ))}
      </ul>
      {deals.length > mostAtOnce && (
        <Button size="small" type="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('today.showFewer') : t('today.showAll', { count: deals.length })}
        </Button>
      )}
    </>
  )
}
