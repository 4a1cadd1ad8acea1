import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { useNow } from '../ui/use-now.ts'
import { pageNumber, usePlaceInList } from '../ui/use-place-in-list.ts'
import './deals.css'
import './tasks.css'
import { TaskItem } from './TaskItem.tsx'
import { byUrgency } from './task-groups.ts'

const pageSize = 50
const placeSchema = z.object({ page: pageNumber })

/** What I owe, each action for the effect it is to bring, the most urgent first. */
export function TasksPage() {
  const { t } = useTranslation()
  const now = useNow()
  const { place, go } = usePlaceInList(placeSchema)
  const { page } = place
  const { data, error, refetch } = useQuery({
    queryKey: ['tasks', page],
    queryFn: () => api.tasks({ page, pageSize }),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('frame.tasks')} hint={data && data.total > 0 && t('deals.tasks.hint', { count: data.total })}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.total === 0 && (
        <div className="panel">
          <Nothing title={t('deals.tasks.none')}>
            {t('deals.tasks.noneHint')} <Link to="/deals">{t('deals.tasks.toDeals')}</Link>
          </Nothing>
        </div>
      )}
      {byUrgency(data?.items ?? [], new Date(now)).map(([urgency, tasks]) => (
        <section key={urgency} className={`owed owed-${urgency}`} aria-label={t(`deals.tasks.urgency.${urgency}`)}>
          <h2>
            {t(`deals.tasks.urgency.${urgency}`)} <span className="tally">{tasks.length}</span>
          </h2>
          <ul className="panel task-list">
            {tasks.map((task) => (
              <TaskItem key={`${task.dealId} ${task.id}`} task={task} />
            ))}
          </ul>
        </section>
      ))}
      <Pages page={page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ page })} />
    </Page>
  )
}
