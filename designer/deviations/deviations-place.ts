import { z } from 'zod'
import { deviationKinds } from '../../api/deviations/contract.ts'
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
})
export type DeviationsPlace = z.infer<typeof deviationsPlace>
