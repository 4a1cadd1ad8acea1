import { z } from 'zod'
import { accountSchema, conflictSchema, processModelSchema, sideSchema } from '#engine'

/** A segment whose model rests on a base; `version` is the base's that it was last brought together with. */
export const overlaySegmentSchema = z.object({ id: z.string(), name: z.string(), version: z.number() })

export const baseModelSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    publishedVersion: z.number().nullable(),
    segments: z.array(overlaySegmentSchema),
  })
  .meta({ id: 'BaseModel' })
export type BaseModel = z.infer<typeof baseModelSchema>

export const newBaseModelSchema = z.strictObject({
  name: z.string().trim().min(1, 'give it a name').max(200),
  /** What the first drawing is a copy of: the saved drawing of a segment, or a model of the library. */
  from: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('segment'), id: z.string() }),
      z.strictObject({ kind: z.literal('template'), id: z.string() }),
    ])
    .optional(),
})
export type NewBaseModel = z.input<typeof newBaseModelSchema>

/** The version of a base that a segment's model was last brought together with, and the number of the newest. */
export const restsOnSchema = z
  .object({
    base: z.object({ id: z.string(), name: z.string() }),
    version: z.number(),
    newest: z.number(),
    model: processModelSchema,
  })
  .meta({ id: 'RestsOn' })
export type RestsOn = z.infer<typeof restsOnSchema>

/** What taking over a version of the base comes to: the drawing without what is in conflict, and an account of every change. */
export const takingOverSchema = z
  .object({
    from: z.number(),
    version: z.number(),
    /** The revision of the drawing that it was looked at for. */
    revision: z.int32(),
    /** The release note of the version. */
    note: z.string(),
    model: processModelSchema,
    account: accountSchema,
    conflicts: z.array(conflictSchema),
    base: processModelSchema,
  })
  .meta({ id: 'TakingOver' })
export type TakingOver = z.infer<typeof takingOverSchema>

/** `sides` says for each conflict of the preview, in its order, whether the segment's or the base's side is taken. */
export const takenOverSchema = z.strictObject({
  version: z.int32().min(1),
  revision: z.int32(),
  sides: z.array(sideSchema),
})
export type TakenOver = z.input<typeof takenOverSchema>
