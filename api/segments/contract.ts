import { z } from 'zod'
import { processModelSchema } from '#engine'

export const segmentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    mode: z.enum(['process', 'funnel']),
    publishedVersion: z.number().nullable(),
    /** The base that its model rests on: the version that it has, and the newest. */
    restsOn: z.object({ id: z.string(), name: z.string(), version: z.number(), newest: z.number() }).nullable(),
    /** Open deals. */
    deals: z.number(),
  })
  .meta({ id: 'Segment' })
export type Segment = z.infer<typeof segmentSchema>

/** At most one of `template`, `base` and `model` says what the first drawing is; it is empty where none does. */
export const newSegmentSchema = z
  .strictObject({
    name: z.string().trim().min(1, 'give it a name').max(200),
    mode: z.enum(['process', 'funnel']).default('process'),
    /** Id of a library model that the first drawing is a copy of. */
    template: z.string().optional(),
    /** Id of a base whose newest version the first drawing is a copy of, and rests on. */
    base: z.string().optional(),
    /** The first drawing itself, as a file holds it. It takes the segment's name. */
    model: processModelSchema.optional(),
  })
  .refine(({ template, base, model }) => [template, base, model].filter((one) => one !== undefined).length <= 1, {
    message: 'start from one of template, base and model',
  })
export type NewSegment = z.input<typeof newSegmentSchema>
