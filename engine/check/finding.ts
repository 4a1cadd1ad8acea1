import { z } from 'zod'

/** A place of the drawing. `stage` is there where the thing belongs to one. */
export const placeSchema = z.strictObject({
  kind: z.enum([
    'model',
    'stage',
    'transition',
    'element',
    'commitment',
    'action',
    'support',
    'layer',
    'specialist',
    'role',
    'style',
    'department',
    'attribute',
    'objection-type',
  ]),
  id: z.string(),
  stage: z.string().optional(),
})
export type Place = z.infer<typeof placeSchema>

/**
 * Something wrong with a drawing. `rule` is the check's name, `values` what its sentence names, for screens that say it
 * in another language. An error keeps the model from being published.
 */
export const findingSchema = z
  .strictObject({
    rule: z.string(),
    severity: z.enum(['error', 'warning']),
    place: placeSchema,
    message: z.string(),
    values: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof findingSchema>

/** One check, one file. Pure: a model in, what it finds out. */
export type Check<Model> = (model: Model) => Finding[]
