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
import { DepartmentDrawer } from './DepartmentDrawer.tsx'
import './queue.css'
import { RequestFilters } from './RequestFilters.tsx'
import { RequestTable } from './RequestTable.tsx'
import { requestsPlace } from './requests-place.ts'

const pageSize = 50

/** What my departments are asked for, by due time; and what they have answered. */
export function QueuePage() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { place, go } = usePlaceInList(requestsPlace)
  const { page, ...asked } = place
  const { status, order: _, direction: _way, ...filters } = asked
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const [showing, setShowing] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['requests', place],
    queryFn: () => api.requests({ ...place, pageSize }),
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
  })
  const hasNoDepartment = me?.role === 'resource-owner' && me.departments.length === 0
  const none = isFiltered
    ? 'queue.noneFound'
    : hasNoDepartment
      ? 'queue.noDepartment'
      : (`queue.none.${status}` as const)
  return (
    <Page
      title={t('frame.queue')}
      hint={data && t(`queue.count.${status}`, { count: data.total })}
      actions={
        <>
          <SavedViews list="requests" schema={requestsPlace} place={place} go={go} />
          <SaveAsTable list="support-requests" query={asked} />
          <Button size="middle" onClick={() => setShowing(true)}>
            {t('queue.department.title')}
          </Button>
        </>
      }
    >
      <RequestFilters place={place} go={go} />
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div className="panel">
          {data.total === 0 ? (
            <Nothing title={t(none)}>
              {isFiltered ? (
                <Button type="link" onClick={() => go({ status })}>
                  {t('queue.clear')}
                </Button>
              ) : (
                t(hasNoDepartment ? 'queue.noDepartmentHint' : `queue.noneHint.${status}`)
              )}
            </Nothing>
          ) : (
            <RequestTable requests={data.items} me={me?.id} place={place} go={go} />
          )}
        </div>
      )}
      {showing && <DepartmentDrawer close={() => setShowing(false)} />}
      <Pages page={page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ ...place, page })} />
    </Page>
  )
}
