import { z } from 'zod'

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
