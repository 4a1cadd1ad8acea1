import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import { SaveAsTable } from '../views/SaveAsTable.tsx'
import { SavedViews } from '../views/SavedViews.tsx'
import { DeviationFilters } from './DeviationFilters.tsx'
import { DeviationTable } from './DeviationTable.tsx'
import './deviations.css'
import { deviationsPlace } from './deviations-place.ts'
import { StageCounts } from './StageCounts.tsx'

const pageSize = 50
const day = 86_400_000

/** Every step that was taken outside a model, with its reason; and at which stages, since that is where a model is wrong. */
export function DeviationsPage() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { place, go } = usePlaceInList(deviationsPlace)
  const { page, days, order, direction, ...filters } = place
  const asked = { ...filters, order, direction, ...(days !== 'all' && { since: daysAgo(Number(days)) }) }
  const { data, error, refetch } = useQuery({
    queryKey: ['deviations', place],
    queryFn: () => api.deviations({ ...asked, page, pageSize }),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <Page
      title={t('deviations.title')}
      hint={data && t('deviations.count', { count: data.total })}
      actions={
        <>
          <SavedViews list="deviations" schema={deviationsPlace} place={place} go={go} />
          <SaveAsTable list="deviations" query={asked} />
        </>
      }
    >
      <DeviationFilters place={place} go={go} people={data?.people ?? []} />
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 10 }} />}
      {data && data.stages.length > 0 && (
        <StageCounts
          counts={data.stages}
          segment={place.segment}
          stage={place.stage}
          choose={(chosen) => go({ ...place, page: 1, ...chosen })}
        />
      )}
      {data && (
        <div className="panel">
          {data.total === 0 ? (
            <Nothing title={t(isFiltered ? 'deviations.noneFound' : 'deviations.none')}>
              {isFiltered ? (
                <Button type="link" onClick={() => go({ days, order, direction })}>
                  {t('deviations.clear')}
                </Button>
              ) : (
                t('deviations.noneHint')
              )}
            </Nothing>
          ) : (
            <DeviationTable
              deviations={data.items}
              mayOpenDeals={me !== undefined && me.role !== 'ops'}
              place={place}
              go={go}
            />
          )}
        </div>
      )}
      <Pages page={page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ ...place, page })} />
    </Page>
  )
}

const daysAgo = (days: number): string => new Date(Date.now() - days * day).toISOString()
