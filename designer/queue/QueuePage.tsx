import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { SaveAsTable } from '../ui/SaveAsTable.tsx'
import { pageNumber, usePlaceInList } from '../ui/use-place-in-list.ts'
import { SavedViews } from '../views/SavedViews.tsx'
import { DepartmentDrawer } from './DepartmentDrawer.tsx'
import './queue.css'
import { RequestTable } from './RequestTable.tsx'

const pageSize = 50
const placeSchema = z.object({ status: z.enum(['open', 'closed']).catch('open'), page: pageNumber })

/** What my departments are asked for, by due time; and what they have answered. */
export function QueuePage() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { place, go } = usePlaceInList(placeSchema)
  const { status, page } = place
  const [showing, setShowing] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['requests', status, page],
    queryFn: () => api.requests({ status, page, pageSize }),
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
  })
  const hasNoDepartment = me?.role === 'resource-owner' && me.departments.length === 0
  return (
    <Page
      title={t('frame.queue')}
      hint={data && t(`queue.count.${status}`, { count: data.total })}
      actions={
        <>
          <SavedViews list="requests" schema={placeSchema} place={place} go={go} />
          <SaveAsTable address={api.addressOfTable('support-requests', { status })} />
          <Button size="middle" onClick={() => setShowing(true)}>
            {t('queue.department.title')}
          </Button>
          <Segmented
            aria-label={t('queue.which')}
            value={status}
            onChange={(status) => go({ status })}
            options={(['open', 'closed'] as const).map((value) => ({ value, label: t(`queue.${value}`) }))}
          />
        </>
      }
    >
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div className="panel">
          {data.total === 0 ? (
            <Nothing title={t(hasNoDepartment ? 'queue.noDepartment' : `queue.none.${status}`)}>
              {t(hasNoDepartment ? 'queue.noDepartmentHint' : `queue.noneHint.${status}`)}
            </Nothing>
          ) : (
            <RequestTable requests={data.items} me={me?.id} />
          )}
        </div>
      )}
      {showing && <DepartmentDrawer close={() => setShowing(false)} />}
      <Pages page={page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ ...place, page })} />
    </Page>
  )
}
