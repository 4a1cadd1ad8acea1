import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Segmented, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type Move, movedDealStatuses } from '../../api/moves/contract.ts'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { pageNumber, usePlaceInList } from '../ui/use-place-in-list.ts'
import { MovedDeals } from './MovedDeals.tsx'
import { MoveStanding } from './MoveStanding.tsx'
import { progressOf } from './move-progress.ts'
import './moves.css'

const pageSize = 50
/** In milliseconds: while deals are being moved, and otherwise. */
const [often, seldom] = [1000, 10_000]

type Status = (typeof movedDealStatuses)[number]

const movePlace = z.object({
  page: pageNumber,
  status: z.enum(movedDealStatuses).optional().catch(undefined),
})

/** How a move goes, and what became of each of its deals. */
export function MovePage() {
  const { t } = useTranslation()
  const { segmentId, moveId } = useParams({ from: '/frame/segments/$segmentId/moves/$moveId' })
  const { data, error, refetch } = useQuery({
    queryKey: ['moves', segmentId, moveId],
    queryFn: () => api.move(segmentId, moveId),
    refetchInterval: ({ state }) => (state.data && progressOf(state.data).ends ? seldom : often),
  })
  return (
    <Page
      title={data ? t('moves.moveTo', { version: data.version }) : t('moves.one')}
      hint={
        data && (
          <>
            {data.movedBy.name} · <Ago at={data.createdAt} />
          </>
        )
      }
      actions={
        <Link to="/segments/$segmentId/versions" params={{ segmentId }}>
          {t('moves.toVersions')}
        </Link>
      }
    >
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data && (
        <>
          <MoveStanding segment={segmentId} move={data} />
          <Results segment={segmentId} move={data} />
        </>
      )}
    </Page>
  )
}

function Results({ segment, move }: { segment: string; move: Move }) {
  const { t } = useTranslation()
  const { place, go } = usePlaceInList(movePlace)
  const query = { ...place, pageSize }
  const { data, error, refetch } = useQuery({
    queryKey: ['moved-deals', segment, move.id, query, move.counts],
    queryFn: () => api.movedDeals(segment, move.id, query),
    placeholderData: keepPreviousData,
  })
  const all = Object.values(move.counts).reduce((sum, count) => sum + count, 0)
  const shown = movedDealStatuses.filter((status) => move.counts[status] > 0 || status === place.status)
  return (
    <>
      <search className="filters">
        <Segmented<Status | 'all'>
          aria-label={t('moves.result')}
          value={place.status ?? 'all'}
          onChange={(status) => go({ status: status === 'all' ? undefined : status })}
          options={[
            { value: 'all' as const, label: t('moves.allResults', { count: all }) },
            ...shown.map((value) => ({
              value,
              label: t('moves.resultCount', { result: t(`moves.status.${value}`), count: move.counts[value] }),
            })),
          ]}
        />
      </search>
      {error && <Failure error={error} retry={refetch} />}
      {data && (
        <div className="panel">
          {data.total === 0 ? (
            <Nothing title={t('moves.noneFound')} />
          ) : (
            <MovedDeals segment={segment} version={move.version} deals={data.items} />
          )}
        </div>
      )}
      <Pages page={place.page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ ...place, page })} />
    </>
  )
}
