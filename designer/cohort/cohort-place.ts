import { z } from 'zod'
import { type CohortFilter, stuckKinds } from '../../api/cohorts/contract.ts'
import { pageNumber } from '../ui/use-place-in-list.ts'

const id = z.coerce.string().optional().catch(undefined)
const dayMs = 86_400_000

export const stands = ['any', '7', '30', '90'] as const

/** Which deals of which segment are shown, as its address says it. `days` is how long they have stood at least. */
export const cohortPlace = z.object({
  page: pageNumber,
  segment: id,
  stage: id,
  seller: id,
  stuck: z.enum(stuckKinds).optional().catch(undefined),
  days: z.enum(stands).catch('any'),
})
export type CohortPlace = z.infer<typeof cohortPlace>

/** The filter that a place means on a day: `now` is in milliseconds. */
export function filterOf({ stage, seller, stuck, days }: CohortPlace, now: number): CohortFilter {
  const today = Math.floor(now / dayMs) * dayMs
  return {
    ...(stage && { stage }),
    ...(seller && { seller }),
    ...(stuck && { stuck }),
    ...(days !== 'any' && { since: new Date(today - Number(days) * dayMs).toISOString() }),
  }
}
