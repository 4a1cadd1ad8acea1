import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'

/** The deals that I work with. */
export function DealsPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ queryKey: ['deals'], queryFn: () => api.deals({}) })
  return (
    <Page title={t('frame.deals')}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      <ul>
        {data?.items.map((deal) => (
          <li key={deal.id}>
            <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
              {deal.name}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
