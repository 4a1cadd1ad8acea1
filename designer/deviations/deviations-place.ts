import { z } from 'zod'
import { deviationKinds, deviationOrders } from '../../api/deviations/contract.ts'
import { directionSchema } from '../../api/http/page-contract.ts'
import type { Sorted } from '../ui/SortedHeading.tsx'
import { pageNumber } from '../ui/use-place-in-list.ts'

const id = z.coerce.string().optional().catch(undefined)

export const periods = ['30', '90', 'all'] as const

/** Which deviations the list shows, as its address says it. `days` is how far back it looks. */
export const deviationsPlace = z.object({
  page: pageNumber,
  segment: id,
  stage: id,
  kind: z.enum(deviationKinds).optional().catch(undefined),
  by: id,
  days: z.enum(periods).catch('90'),
  order: z.enum(deviationOrders).optional().catch(undefined),
  direction: directionSchema.optional().catch(undefined),
})
export type DeviationsPlace = z.infer<typeof deviationsPlace>

/** How a place is sorted: the newest first, unless it says otherwise. */
export const sortOf = ({
  order = 'at',
  direction = 'down',
}: DeviationsPlace): Sorted<NonNullable<DeviationsPlace['order']>> => ({ order, direction })
