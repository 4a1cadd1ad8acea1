import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'

/** One request to a department of mine. */
export function RequestPage() {
  const { dealId, requestId } = useParams({ from: '/frame/queue/$dealId/$requestId' })
  const { data, error, refetch } = useQuery({
    queryKey: ['request', dealId, requestId],
    queryFn: () => api.request(dealId, requestId),
  })
  return (
    <Page title={data?.request.name ?? ''} hint={data?.deal.name}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
    </Page>
  )
}
