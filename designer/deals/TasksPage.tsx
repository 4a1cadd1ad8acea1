import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'

/** What I owe, the most urgent first. */
export function TasksPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ queryKey: ['tasks'], queryFn: () => api.tasks({}) })
  return (
    <Page title={t('frame.tasks')}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      <ul>
        {data?.items.map((task) => (
          <li key={`${task.dealId} ${task.id}`}>
            {task.name} · {task.dealName}
          </li>
        ))}
      </ul>
    </Page>
  )
}
