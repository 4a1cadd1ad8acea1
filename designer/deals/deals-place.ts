import { z } from 'zod'
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
})
export type DealsPlace = z.infer<typeof dealsPlace>
