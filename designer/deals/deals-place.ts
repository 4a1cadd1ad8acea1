import { z } from 'zod'
import { dealOrders } from '../../api/deals/contract.ts'
import { directionSchema } from '../../api/http/page-contract.ts'
import type { Sorted } from '../ui/SortedHeading.tsx'
import { pageNumber } from '../ui/use-place-in-list.ts'

const id = z.coerce.string().optional().catch(undefined)

/** Which deals a list shows, as its address says it. */
export const dealsPlace = z.object({
  page: pageNumber,
  search: id,
  status: z.enum(['open', 'closed', 'all']).optional().catch(undefined),
  segment: id,
  stage: id,
  owner: id,
  order: z.enum(dealOrders).optional().catch(undefined),
  direction: directionSchema.optional().catch(undefined),
})
export type DealsPlace = z.infer<typeof dealsPlace>

/** How a place is sorted: the newest deals first, unless it says otherwise. */
export const sortOf = ({
  order = 'opened',
  direction = 'down',
}: DealsPlace): Sorted<NonNullable<DealsPlace['order']>> => ({ order, direction })
