import { z } from 'zod'
import type { DrawingOwner } from '../resources/resources.ts'

/** A version's number, or the drawing that is not published yet. */
export type Which = number | 'drawing'

const which = z
  .union([z.literal('drawing'), z.coerce.number().int().positive()])
  .optional()
  .catch(undefined)

/** What a segment's versions show, as the address says it: a drawing, and what it is compared with. */
export const versionsPlace = z.object({ show: which, since: z.union([z.literal('nothing'), which]).catch(undefined) })
export type VersionsPlace = z.infer<typeof versionsPlace>

/** Where the versions of a drawing are. */
export const versionsOf = ({ kind, id }: DrawingOwner) =>
  kind === 'segment'
    ? ({ to: '/segments/$segmentId/versions', params: { segmentId: id } } as const)
    : ({ to: '/base-models/$baseId/versions', params: { baseId: id } } as const)

/** Where it is drawn. */
export const drawingOf = ({ kind, id }: DrawingOwner) =>
  kind === 'segment'
    ? ({ to: '/segments/$segmentId', params: { segmentId: id } } as const)
    : ({ to: '/base-models/$baseId', params: { baseId: id } } as const)
