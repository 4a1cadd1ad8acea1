import { z } from 'zod'
import { impactKinds } from '#engine'
import { pageNumber } from '../ui/use-place-in-list.ts'

const text = z.coerce.string().optional().catch(undefined)

/** Which deals of a preview are shown, as its address says it; `deal` is the one that somebody came for. */
export const previewPlace = z.object({
  page: pageNumber,
  kind: z.enum(impactKinds).optional().catch(undefined),
  search: text,
  from: z.coerce.number().int().positive().optional().catch(undefined),
  deal: text,
})
