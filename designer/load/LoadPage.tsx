import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { departmentLoad } from '#engine'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import { DepartmentBoard } from './DepartmentBoard.tsx'
import { LoadTable } from './LoadTable.tsx'
import './load.css'

const placeSchema = z.object({ department: z.string().optional().catch(undefined) })
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()

/** What departments are asked for against what they can take, by week; and one of them by person and stage. */
export function LoadPage() {
  const { t } = useTranslation()
  const { place, go } = usePlaceInList(placeSchema)
  const { data, error, refetch } = useQuery({
    queryKey: ['support-load'],
    queryFn: () => api.supportLoad(timeZone),
    refetchInterval: 60_000,
  })
  const departments = useMemo(
    () => data?.departments.map((of) => ({ of, load: departmentLoad(of.standing, data.weeks) })) ?? [],
    [data],
  )
  const asked = departments.find(({ of }) => of.department.id === place.department)
  const shown = asked ?? departments.toSorted((a, b) => b.load.open - a.load.open)[0]
  return (
    <Page title={t('load.title')} hint={t('load.hint')}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && !shown && (
        <section className="panel">
          <Nothing title={t('routing.noDepartment')}>{t('routing.noDepartmentHint')}</Nothing>
        </section>
      )}
      {data && shown && (
        <>
          <LoadTable
            departments={departments}
            weeks={data.weeks}
            shown={shown.of.department.id}
            show={(department) => go({ department })}
          />
          <DepartmentBoard key={shown.of.department.id} of={shown.of} now={shown.load} weeks={data.weeks} />
        </>
      )}
    </Page>
  )
}
