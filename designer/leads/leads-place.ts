import { z } from 'zod'
import { type Condition, conditionSchema, leadFactName } from '#engine'
import { directionSchema } from '../../api/http/page-contract.ts'
import { leadOrders } from '../../api/leads/contract.ts'
import { pageNumber } from '../ui/use-place-in-list.ts'

const text = z.coerce.string().optional().catch(undefined)

/** Which leads of a segment are shown, as the address says it: `stage` or `deals` is where the funnel was clicked. */
export const leadsPlace = z.object({
  page: pageNumber,
  search: text,
  filter: conditionSchema.optional().catch(undefined),
  stage: text,
  deals: z.literal(true).optional().catch(undefined),
  order: z.enum(leadOrders).catch('created'),
  direction: directionSchema.catch('down'),
})
export type LeadsPlace = z.infer<typeof leadsPlace>

/** All that a place asks of its leads, as one condition. Those that became deals stand at no stage. */
export function filterOf({ filter, stage, deals }: LeadsPlace): Condition | undefined {
  const isDeal = (value: boolean): Condition => ({ fact: leadFactName.own('promoted'), operator: 'equal', value })
  const parts: Condition[] = filter ? [filter] : []
  if (deals) parts.push(isDeal(true))
  else if (stage) parts.push({ fact: leadFactName.own('stage'), operator: 'equal', value: stage }, isDeal(false))
  return parts.length > 1 ? { all: parts } : parts[0]
}
