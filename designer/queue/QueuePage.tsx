import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'

/** What my departments are asked for. */
export function QueuePage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ queryKey: ['requests'], queryFn: () => api.requests({}) })
  return (
    <Page title={t('frame.queue')}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      <ul>
        {data?.items.map((request) => (
          <li key={`${request.dealId} ${request.id}`}>
            <Link to="/queue/$dealId/$requestId" params={{ dealId: request.dealId, requestId: request.id }}>
              {request.name}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
