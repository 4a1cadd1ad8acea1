import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
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
import './deals.css'
import { DealFilters } from './DealFilters.tsx'
import { DealsTable } from './DealsTable.tsx'
import { dealsPlace } from './deals-place.ts'
import { OpenDeal } from './OpenDeal.tsx'

const pageSize = 50

/** The purchases that I follow, and where each stands: a rep's own, the others all. */
export function DealsPage() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { place, go } = usePlaceInList(dealsPlace)
  const [opening, setOpening] = useState(false)
  const query = { ...place, pageSize }
  const { data, error, refetch } = useQuery({
    queryKey: ['deals', query],
    queryFn: () => api.deals(query),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })
  const { page: _page, ...asked } = place
  const { page, order: _, direction: _way, ...filters } = place
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <Page
      title={t(me?.role === 'rep' ? 'deals.list.mine' : 'frame.deals')}
      hint={data && t('deals.list.count', { count: data.total })}
      actions={
        <>
          <SavedViews list="deals" schema={dealsPlace} place={place} go={go} />
          <SaveAsTable list="deals" query={asked} />
          <Button type="primary" size="middle" onClick={() => setOpening(true)}>
            {t('deals.open.title')}
          </Button>
        </>
      }
    >
      <DealFilters place={place} go={go} showOwner={me !== undefined && me.role !== 'rep'} />
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 10 }} />}
      {data && (
        <div className="panel">
          {data.total === 0 ? (
            <Nothing title={t(isFiltered ? 'deals.list.noneFound' : 'deals.list.none')}>
              {isFiltered ? (
                <Button type="link" onClick={() => go({})}>
                  {t('deals.list.clear')}
                </Button>
              ) : (
                t('deals.list.noneHint')
              )}
            </Nothing>
          ) : (
            <DealsTable deals={data.items} showOwner={me?.role !== 'rep'} place={place} go={go} />
          )}
        </div>
      )}
      <Pages page={page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ ...place, page })} />
      <OpenDeal open={opening} close={() => setOpening(false)} />
    </Page>
  )
}
