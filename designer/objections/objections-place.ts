import { z } from 'zod'
import { directionSchema } from '../../api/http/page-contract.ts'
import { objectionOrders, objectionShown } from '../../api/objections/contract.ts'
import type { Sorted } from '../ui/SortedHeading.tsx'
import { pageNumber } from '../ui/use-place-in-list.ts'

const id = z.coerce.string().optional().catch(undefined)

/** The steps in an objection's life at which it still stands. */
export const standingStatuses = ['raised', 'planned', 'implemented', 'fed-back', 'supervised'] as const

/** Which objections the list shows, as its address says it. */
export const objectionsPlace = z.object({
  page: pageNumber,
  show: z.enum(objectionShown).catch('open'),
  segment: id,
  type: id,
  stage: id,
  owner: id,
  status: z.enum(standingStatuses).optional().catch(undefined),
  order: z.enum(objectionOrders).optional().catch(undefined),
  direction: directionSchema.optional().catch(undefined),
})
export type ObjectionsPlace = z.infer<typeof objectionsPlace>

/** How a place is sorted: what is due first, unless it says otherwise. */
export const sortOf = ({
  order = 'due',
  direction = 'up',
}: ObjectionsPlace): Sorted<NonNullable<ObjectionsPlace['order']>> => ({ order, direction })
