import { z } from 'zod'
import { changeSchema, processModelSchema } from '#engine'
import { directionSchema, pageOf, pageQuery } from '../http/page-contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

/** `choose-style` is one only where the model suggested other styles. */
export const deviationKinds = ['skip-stage', 'drop-action', 'add-action', 'choose-style', 'adapt-model'] as const
const kindSchema = z.enum(deviationKinds)
export type DeviationKind = z.infer<typeof kindSchema>

/** A step outside the model, with its reason in one line. */
export const deviationRowSchema = z
  .object({
    id: z.string(),
    deal: named,
    segment: named,
    /** The stage that it concerns, where it concerns one. */
    stage: named.nullable(),
    kind: kindSchema,
    /** What it is about, as it was called then: the stage, the action or the style. */
    name: z.string(),
    reason: z.string(),
    by: named,
    at: z.string(),
  })
  .meta({ id: 'DeviationRow' })
export type DeviationRow = z.infer<typeof deviationRowSchema>

export const deviationOrders = ['at', 'deal', 'name'] as const

/** Which deviations, and in which order. */
export const deviationFilterQuery = {
  segment: z.string().optional(),
  stage: z.string().optional(),
  kind: kindSchema.optional(),
  by: z.string().optional(),
  /** Only what was done from then on. */
  since: z.iso.datetime().optional(),
  order: z.enum(deviationOrders).default('at'),
  direction: directionSchema.default('down'),
}
export const deviationListQuery = { ...pageQuery, ...deviationFilterQuery }

/** How often a segment's deals deviated at one stage, or at none, by kind. */
export const stageDeviationsSchema = z.object({
  segment: named,
  stage: named.nullable(),
  total: z.number(),
  kinds: z.partialRecord(kindSchema, z.number()),
})
export type StageDeviations = z.infer<typeof stageDeviationsSchema>

/** `stages` counts under the same filters, but over all stages, most first; `people` are all who ever deviated. */
export const deviationListSchema = pageOf(deviationRowSchema).extend({
  stages: z.array(stageDeviationsSchema),
  people: z.array(named),
})
export type DeviationList = z.infer<typeof deviationListSchema>

/** What was changed for one deal, and the model as that deal runs it, which has the names. */
export const adaptedModelSchema = z
  .object({ changes: z.array(changeSchema), model: processModelSchema })
  .meta({ id: 'AdaptedModel' })
export type AdaptedModel = z.infer<typeof adaptedModelSchema>
