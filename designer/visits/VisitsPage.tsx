import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { CohortViews } from '../cohort/CohortViews.tsx'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { pageNumber, usePlaceInList } from '../ui/use-place-in-list.ts'
import { VisitCard } from './VisitCard.tsx'
import './visits.css'

const pageSize = 20
const ofWhom = ['mine', 'team'] as const
const shows = ['coming', 'past'] as const
const placeSchema = z.object({
  page: pageNumber,
  of: z.enum(ofWhom).catch('mine'),
  show: z.enum(shows).catch('coming'),
})

/** The visits to customers that managers are asked along to, the next first, each with what to know before. */
export function VisitsPage() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { place, go } = usePlaceInList(placeSchema)
  const { of, show, page } = place
  const query = { of, show, page, pageSize }
  const { data, error, refetch } = useQuery({
    queryKey: ['visits', query],
    queryFn: () => api.visits(query),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={t('visits.title')}
      hint={data && t(`visits.count.${show}`, { count: data.total })}
      actions={
        <>
          <Segmented
            aria-label={t('visits.ofWhom')}
            value={of}
            onChange={(of) => go({ ...place, page: 1, of })}
            options={ofWhom.map((value) => ({ value, label: t(`visits.of.${value}`) }))}
          />
          <Segmented
            aria-label={t('visits.which')}
            value={show}
            onChange={(show) => go({ ...place, page: 1, show })}
            options={shows.map((value) => ({ value, label: t(`visits.show.${value}`) }))}
          />
        </>
      }
    >
      <CohortViews />
      {error && <Failure error={error} retry={refetch} />}
      {(!data || !me) && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && me && data.total === 0 && (
        <div className="panel">
          <Nothing title={t(`visits.none.${show}`)}>{t('visits.noneHint')}</Nothing>
        </div>
      )}
      {data && me && data.total > 0 && (
        <ul className="visits">
          {data.items.map((visit) => (
            <VisitCard key={`${visit.deal.id} ${visit.request}`} visit={visit} me={me} />
          ))}
        </ul>
      )}
      <Pages page={page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ ...place, page })} />
    </Page>
  )
}
