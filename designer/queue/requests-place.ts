import { z } from 'zod'
import { directionSchema } from '../../api/http/page-contract.ts'
import { requestOrders, requestsOnly } from '../../api/work/contract.ts'
import type { Sorted } from '../ui/SortedHeading.tsx'
import { pageNumber } from '../ui/use-place-in-list.ts'

const id = z.coerce.string().optional().catch(undefined)

/** Which requests the queue shows, as its address says it. */
export const requestsPlace = z.object({
  page: pageNumber,
  status: z.enum(['open', 'closed']).catch('open'),
  department: id,
  owner: id,
  only: z.enum(requestsOnly).optional().catch(undefined),
  order: z.enum(requestOrders).optional().catch(undefined),
  direction: directionSchema.optional().catch(undefined),
})
export type RequestsPlace = z.infer<typeof requestsPlace>

/** How a place is sorted: the soonest due first, and what is done newest first, unless it says otherwise. */
export function sortOf({ status, order, direction }: RequestsPlace): Sorted<NonNullable<RequestsPlace['order']>> {
  const usual =
    status === 'open'
      ? ({ order: 'due', direction: 'up' } as const)
      : ({ order: 'answered', direction: 'down' } as const)
  return order ? { order, direction: direction ?? usual.direction } : usual
}
