import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Review } from '../../api/reviews/contract.ts'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { Tone } from '../ui/Tone.tsx'
import { pageNumber, usePlaceInList } from '../ui/use-place-in-list.ts'
import { NewReview } from './NewReview.tsx'

const pageSize = 50
const reviewsPlace = z.object({ page: pageNumber })

/** The reviews that I may see, and how far each is. */
export function ReviewsPage() {
  const { t } = useTranslation()
  const { place, go } = usePlaceInList(reviewsPlace)
  const [picking, setPicking] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['reviews', 'list', place.page],
    queryFn: () => api.reviews({ page: place.page, pageSize }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={t('reviews.title')}
      hint={t('reviews.hint')}
      actions={
        <Button type="primary" size="middle" onClick={() => setPicking(true)}>
          {t('reviews.new')}
        </Button>
      }
    >
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data && (
        <div className="panel">
          {data.total === 0 ? (
            <Nothing title={t('reviews.none')}>{t('reviews.noneHint')}</Nothing>
          ) : (
            <ReviewTable reviews={data.items} />
          )}
        </div>
      )}
      <Pages page={place.page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ page })} />
      {picking && <NewReview close={() => setPicking(false)} />}
    </Page>
  )
}

function ReviewTable({ reviews }: { reviews: Review[] }) {
  const { t } = useTranslation()
  return (
    <table className="dense">
      <thead>
        <tr>
          <th>{t('reviews.title')}</th>
          <th>{t('reviews.progress')}</th>
          <th>{t('reviews.by')}</th>
          <th>{t('reviews.begun')}</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map(({ id, name, deals, reviewed, createdBy, createdAt }) => (
          <tr key={id}>
            <td>
              <Link to="/reviews/$reviewId" params={{ reviewId: id }} className="row-link">
                {name}
              </Link>
            </td>
            <td data-name={t('reviews.progress')}>
              {t('reviews.progressOf', { reviewed, deals })}{' '}
              {reviewed === deals && <Tone tone="good">{t('reviews.done')}</Tone>}
            </td>
            <td data-name={t('reviews.by')}>{createdBy.name}</td>
            <td data-name={t('reviews.begun')}>
              <Ago at={createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
