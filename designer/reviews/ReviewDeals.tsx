import { CheckOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { ReviewedDeal } from '../../api/reviews/contract.ts'

type Props = { items: ReviewedDeal[]; current: string | undefined; show: (deal: string) => void }

/** The deals of a review, which of them are gone through, and on which something happened since the last time. */
export function ReviewDeals({ items, current, show }: Props) {
  const { t } = useTranslation()
  return (
    <ol className="panel review-deals" aria-label={t('reviews.deals')}>
      {items.map((item) => (
        <li key={item.deal.id}>
          <button
            type="button"
            className="choice-button"
            aria-pressed={item.deal.id === current}
            onClick={() => show(item.deal.id)}
          >
            <span className="review-deals-name">
              <strong>{item.deal.name}</strong>
              {item.account && <small className="quiet">{item.account}</small>}
            </span>
            <span className="review-deals-state quiet">
              {item.reviewedAt === null ? (
                <Since item={item} />
              ) : (
                <>
                  <CheckOutlined aria-hidden className="review-deals-done" /> {t('reviews.goneThrough')}
                </>
              )}
              {item.status === 'closed' && <> · {t('reviews.closedDeal')}</>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function Since({ item: { stepsSince } }: { item: ReviewedDeal }) {
  const { t } = useTranslation()
  if (stepsSince === null) return t('reviews.firstTime')
  return stepsSince === 0 ? t('reviews.noSteps') : t('reviews.steps', { count: stepsSince })
}
