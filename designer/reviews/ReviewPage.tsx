import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Progress, Skeleton } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { ReviewPage as Content } from '../../api/reviews/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'
import { Tone } from '../ui/Tone.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import '../deals/deals.css'
import '../deals/deal.css'
import './reviews.css'
import { ReviewDeals } from './ReviewDeals.tsx'
import { ReviewedDeal } from './ReviewedDeal.tsx'
import { SheetMenu } from './SheetMenu.tsx'
import { TakeSheetIn } from './TakeSheetIn.tsx'

const reviewPlace = z.object({ deal: z.coerce.string().optional().catch(undefined) })

/** Going through the deals of a review, one by one, with the keyboard or the list. */
export function ReviewPage() {
  const { t } = useTranslation()
  const { reviewId } = useParams({ from: '/frame/reviews/$reviewId' })
  const { data, error, refetch } = useQuery({
    queryKey: ['reviews', reviewId],
    queryFn: () => api.review(reviewId),
  })
  if (data) return <Review content={data} />
  return (
    <Page title={t('reviews.title')}>
      {error ? <Failure error={error} retry={refetch} /> : <Skeleton active paragraph={{ rows: 10 }} />}
    </Page>
  )
}

function Review({ content: { review, items } }: { content: Content }) {
  const { t } = useTranslation()
  const { place, go } = usePlaceInList(reviewPlace)
  const [bringing, setBringing] = useState(false)
  // Where somebody comes back, they go on with what is not yet gone through.
  const [first] = useState(() => items.find(({ reviewedAt }) => reviewedAt === null) ?? items[0])
  const at = Math.max(
    0,
    items.findIndex(({ deal }) => deal.id === (place.deal ?? first?.deal.id)),
  )
  const show = (n: number) => {
    const id = items[n]?.deal.id
    if (id !== undefined) go({ deal: id })
  }
  useStepKeys(
    () => show(at - 1),
    () => show(at + 1),
  )
  const current = items[at]
  const isDone = review.reviewed === review.deals
  return (
    <Page
      title={review.name}
      hint={
        <span className="review-progress">
          <Progress
            percent={Math.round((review.reviewed / review.deals) * 100)}
            showInfo={false}
            size="small"
            aria-label={t('reviews.progress')}
          />
          {t('reviews.progressOf', review)} {isDone && <Tone tone="good">{t('reviews.done')}</Tone>}
        </span>
      }
      actions={<SheetMenu review={review.id} bring={() => setBringing(true)} />}
    >
      {isDone && <p className="review-finished">{t('reviews.finished')}</p>}
      <div className="review-columns">
        <ReviewDeals items={items} current={current?.deal.id} show={(id) => go({ deal: id })} />
        {current && (
          <div className="review-deal">
            <nav className="review-steps" aria-label={t('reviews.deals')}>
              <Button size="middle" disabled={at === 0} onClick={() => show(at - 1)}>
                {t('reviews.previous')}
              </Button>
              <span className="quiet">{t('reviews.position', { n: at + 1, count: items.length })}</span>
              <Button size="middle" disabled={at === items.length - 1} onClick={() => show(at + 1)}>
                {t('reviews.next')}
              </Button>
              <small className="quiet review-keys">{t('reviews.keys')}</small>
            </nav>
            <ReviewedDeal
              key={current.deal.id}
              review={review.id}
              item={current}
              isLast={at === items.length - 1}
              goOn={() => show(at + 1)}
            />
          </div>
        )}
      </div>
      {bringing && <TakeSheetIn review={review.id} close={() => setBringing(false)} />}
    </Page>
  )
}

/** Alt with an arrow goes on; in a field it stays the field's own, which opens its list. */
function useStepKeys(back: () => void, on: () => void) {
  const press = useCallback(
    (event: KeyboardEvent) => {
      const { target } = event
      if (
        !event.altKey ||
        (target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]'))
      )
        return
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
      event.preventDefault()
      if (event.key === 'ArrowUp') back()
      else on()
    },
    [back, on],
  )
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [press])
}
