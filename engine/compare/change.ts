import { z } from 'zod'
import { placeSchema } from '../check/finding.ts'
import { positionSchema, routeSchema } from '../model/note.ts'

/** Where a thing stands: of what it is a part, and which one of its kind is before it. Without `after` it is the first. */
const seatSchema = z.strictObject({ in: placeSchema, after: z.string().optional() })
export type Seat = z.infer<typeof seatSchema>

/** Where a stage stands, or how a hand leads a line. */
const laidSchema = z.union([positionSchema, routeSchema])

const path = z.array(z.string()).min(1)

/**
 * One thing that differs between two drawings. What is added or removed stands here without its own parts: each of them
 * is a change of its own. A member that one of the drawings lacks has no value on that side. `laid-out` is about the
 * canvas, all others about the content.
 */
export const changeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('added'),
      place: placeSchema,
      to: seatSchema,
      after: z.record(z.string(), z.unknown()),
    }),
    z.strictObject({
      kind: z.literal('removed'),
      place: placeSchema,
      from: seatSchema,
      before: z.record(z.string(), z.unknown()),
    }),
    z.strictObject({
      kind: z.literal('changed'),
      place: placeSchema,
      path,
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
    z.strictObject({ kind: z.literal('moved'), place: placeSchema, from: seatSchema, to: seatSchema }),
    /** The order of one list of a thing; `before` and `after` name what stands in it on both sides. */
    z.strictObject({
      kind: z.literal('reordered'),
      place: placeSchema,
      path,
      of: placeSchema.shape.kind,
      before: z.array(z.string()),
      after: z.array(z.string()),
    }),
    z.strictObject({
      kind: z.literal('laid-out'),
      place: placeSchema,
      before: laidSchema.optional(),
      after: laidSchema.optional(),
    }),
  ])
  .meta({ id: 'Change' })
export type Change = z.infer<typeof changeSchema>

/** Whether a change is about the canvas only: the same customers buy in the same way. */
export const isLayout = ({ kind }: Change): boolean => kind === 'laid-out'
