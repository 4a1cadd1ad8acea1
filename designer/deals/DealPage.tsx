import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'

/** One deal on its model. */
export function DealPage() {
  const { dealId } = useParams({ from: '/frame/deals/$dealId' })
  const { data, error, refetch } = useQuery({ queryKey: ['deal', dealId], queryFn: () => api.deal(dealId) })
  return (
    <Page title={data?.deal.name ?? ''} hint={data?.deal.account}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
    </Page>
  )
}
