import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { departmentLoad } from '#engine'
import type { RequestRow } from '../../api/work/contract.ts'
import { DueByWeek } from '../load/DueByWeek.tsx'
import '../load/load.css'
import { DepartmentDrawer } from '../queue/DepartmentDrawer.tsx'
import { useMyDepartments } from '../queue/use-my-departments.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Choice } from '../ui/Choice.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import { HandOverDrawer } from './HandOverDrawer.tsx'
import { Member } from './Member.tsx'
import { TeamRequests } from './TeamRequests.tsx'
import './team.css'

const placeSchema = z.object({ department: z.string().optional().catch(undefined) })
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
/** More than a team reads through; the queue has the others. */
const most = 200

/** Who of a department has what, when each of it is due, who is away and who stands in; and what is handed over from here. */
export function TeamPage() {
  const { t } = useTranslation()
  const { place, go } = usePlaceInList(placeSchema)
  const { departments, error: unknown } = useMyDepartments()
  const [showing, setShowing] = useState(false)
  const shown = departments?.find(({ id }) => id === place.department) ?? departments?.[0]
  return (
    <Page
      title={shown ? t('team.title', { name: shown.name }) : t('frame.team')}
      hint={t('team.hint')}
      actions={
        <>
          {departments && departments.length > 1 && (
            <Choice
              label={t('words.department')}
              value={shown?.id}
              items={departments}
              choose={(department) => go({ department })}
            />
          )}
          <Button size="middle" onClick={() => setShowing(true)}>
            {t('queue.department.title')}
          </Button>
        </>
      }
    >
      {unknown && <Failure error={unknown} />}
      {departments?.length === 0 && (
        <section className="panel">
          <Nothing title={t('queue.noDepartment')}>{t('queue.noDepartmentHint')}</Nothing>
        </section>
      )}
      {shown && <Team key={shown.id} department={shown.id} />}
      {showing && <DepartmentDrawer department={shown?.id} close={() => setShowing(false)} />}
    </Page>
  )
}

function Team({ department }: { department: string }) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const [giving, setGiving] = useState<RequestRow>()
  const members = useQuery({
    queryKey: ['availability', department],
    queryFn: () => api.availability(department),
    refetchInterval: 60_000,
  })
  const query = { status: 'open', department, pageSize: most } as const
  const requests = useQuery({
    queryKey: ['requests', query],
    queryFn: () => api.requests(query),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })
  const load = useQuery({
    queryKey: ['support-load'],
    queryFn: () => api.supportLoad(timeZone),
    refetchInterval: 60_000,
  })
  const weeks = load.data?.weeks
  const standing = load.data?.departments.find((one) => one.department.id === department)?.standing
  const total = useMemo(() => standing && weeks && departmentLoad(standing, weeks), [standing, weeks])
  const error = members.error ?? requests.error ?? load.error
  if (error)
    return <Failure error={error} retry={() => Promise.all([members.refetch(), requests.refetch(), load.refetch()])} />
  if (!members.data || !requests.data) return <Skeleton active paragraph={{ rows: 10 }} />
  const { items, total: all } = requests.data
  const people = members.data.members
  const unheld = items.filter(({ owner }) => !people.some(({ id }) => id === owner?.id))
  return (
    <>
      {total && weeks && (
        <section className="panel team-load">
          <DueByWeek load={total} weeks={weeks} />
        </section>
      )}
      {all > items.length && <p className="quiet">{t('team.most', { shown: items.length, count: all })}</p>}
      {unheld.length > 0 && (
        <section className="panel titled" aria-label={t('queue.nobody')}>
          <header className="titled-head">
            <h2>{t('team.unheld')}</h2>
            <span className="tally">{unheld.length}</span>
          </header>
          <TeamRequests requests={unheld} handOver={setGiving} />
        </section>
      )}
      {people.length === 0 && (
        <section className="panel">
          <Nothing title={t('load.nobody')}>{t('load.nobodyHint')}</Nothing>
        </section>
      )}
      {people.map((member) => (
        <Member
          key={member.id}
          member={member}
          isMe={member.id === me?.id}
          requests={items.filter(({ owner }) => owner?.id === member.id)}
          handOver={setGiving}
        />
      ))}
      {giving && <HandOverDrawer request={giving} people={people} close={() => setGiving(undefined)} />}
    </>
  )
}
