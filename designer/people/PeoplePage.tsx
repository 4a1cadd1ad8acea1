import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'

/** Everybody who can sign in. */
export function PeoplePage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ queryKey: ['users'], queryFn: api.users })
  return (
    <Page title={t('frame.people')}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      <ul>
        {data?.items.map((user) => (
          <li key={user.id}>{user.name}</li>
        ))}
      </ul>
    </Page>
  )
}
