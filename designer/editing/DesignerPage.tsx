import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Spin } from 'antd'
import { PurchaseMap } from '../map/PurchaseMap.tsx'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'

export function DesignerPage() {
  const { segmentId } = useParams({ from: '/frame/segments/$segmentId' })
  const { data, error, refetch } = useQuery({ queryKey: ['draft', segmentId], queryFn: () => api.draft(segmentId) })
  if (error) return <Failure error={error} retry={refetch} />
  return data ? <PurchaseMap model={data.model} /> : <Spin />
}
