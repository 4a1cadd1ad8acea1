import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DealPage } from '../../api/deals/contract.ts'
import type { User } from '../../api/people/contract.ts'
import type { DealReview, ReviewedDeal as Item } from '../../api/reviews/contract.ts'
import { DealOutcome } from '../deals/DealOutcome.tsx'
import { DealViewProvider } from '../deals/deal-view.ts'
import { RecordInteraction } from '../deals/RecordInteraction.tsx'
import { useRecording } from '../deals/use-recording.ts'
import { useViewOf } from '../deals/use-view-of.ts'
import { WhyNotYetPanel } from '../deals/WhyNotYetPanel.tsx'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { DecisionPanel } from './DecisionPanel.tsx'
import { SinceLastTime } from './SinceLastTime.tsx'

type Props = { review: string; item: Item; isLast: boolean; goOn: () => void }

/** One deal, as a review looks at it. */
export function ReviewedDeal(props: Props) {
  const { review, item } = props
  const { data: me } = useMe()
  const page = useQuery({ queryKey: ['deal', item.deal.id], queryFn: () => api.deal(item.deal.id) })
  const looked = useQuery({
    queryKey: ['reviews', review, item.deal.id],
    queryFn: () => api.dealReview(review, item.deal.id),
  })
  const error = page.error ?? looked.error
  if (page.data && looked.data && me) return <Looked {...props} content={page.data} looked={looked.data} me={me} />
  if (error) return <Failure error={error} retry={() => Promise.all([page.refetch(), looked.refetch()])} />
  return <Skeleton active paragraph={{ rows: 10 }} />
}

function Looked({
  review,
  isLast,
  goOn,
  content,
  looked,
  me,
}: Props & { content: DealPage; looked: DealReview; me: User }) {
  const { t } = useTranslation()
  const recording = useRecording()
  const view = useViewOf(content, me, recording.start)
  const { deal, state } = view.page
  return (
    <DealViewProvider value={view}>
      <header className="review-head">
        <h2>{deal.name}</h2>
        <p>
          {deal.account && <strong>{deal.account}</strong>} <span className="quiet">{deal.owner.name}</span>{' '}
          {state.status === 'closed' ? (
            <DealOutcome outcome={state.outcome} />
          ) : (
            deal.openStages.map(({ id, name }) => (
              <span key={id} className="stage-mark">
                {name}
              </span>
            ))
          )}
        </p>
        <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
          {t('reviews.open')}
        </Link>
      </header>
      <div className="review-parts">
        <div>
          <SinceLastTime looked={looked} />
          {state.status === 'open' && <WhyNotYetPanel />}
        </div>
        <DecisionPanel review={review} looked={looked} isLast={isLast} goOn={goOn} />
      </div>
      {view.mayChange && <RecordInteraction recording={recording} />}
    </DealViewProvider>
  )
}
