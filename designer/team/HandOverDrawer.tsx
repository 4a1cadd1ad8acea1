import { useQuery } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Availability } from '../../api/calendars/contract.ts'
import type { RequestRow } from '../../api/work/contract.ts'
import { HandOver } from '../queue/HandOver.tsx'
import { RequestDue } from '../queue/RequestDue.tsx'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'

type Props = { request: RequestRow; people: Availability['members']; close: () => void }

/** Gives one request on: to whom it may be given, with how much each of them has already. */
export function HandOverDrawer({ request, people, close }: Props) {
  const { t } = useTranslation()
  const { dealId, id } = request
  const { data, error, refetch } = useQuery({
    queryKey: ['request', dealId, id],
    queryFn: () => api.request(dealId, id),
  })
  return (
    <Drawer open onClose={close} size="min(520px, 100vw)" title={t('queue.hold.handOver')}>
      <p>
        <strong>{request.name}</strong>
        <br />
        <span className="quiet">
          {request.dealName} · {request.owner?.name ?? t('queue.nobody')}
        </span>
      </p>
      <p>
        <RequestDue request={request} />
      </p>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 4 }} />}
      {data && <HandOver page={data} people={people} done={close} />}
    </Drawer>
  )
}
