import { z } from 'zod'
import { objectionTypeSchema, strategySchema } from '#engine'
import { objectionStatusSchema } from '#engine/deal'
import { directionSchema, pageOf, pageQuery } from '../http/page-contract.ts'

const named = z.object({ id: z.string(), name: z.string() })
const instant = z.string().nullable()

/** One objection of one deal, with what its type's playbook advises. */
export const objectionRowSchema = z
  .object({
    deal: named,
    account: z.string().nullable(),
    segment: named,
    id: z.string(),
    type: named,
    statement: z.string(),
    status: objectionStatusSchema,
    /** Passed over, not resolved: closed, and still flagged. */
    crossed: z.boolean(),
    /** The stage at which it was raised. */
    stage: named.nullable(),
    /** The element, the commitment or the buying role that it is about. */
    about: z.string().nullable(),
    /** Whether the stage waits for it. */
    blocks: z.boolean(),
    raisedAt: z.string(),
    dueAt: instant,
    /** When it had stood too long, and its owner and the managers were told. */
    escalatedAt: instant,
    strategy: strategySchema.nullable(),
    /** Who answers for its plan; the deal's owner until it has one. */
    owner: named,
    playbook: objectionTypeSchema.pick({ strategy: true, playbook: true }).nullable(),
  })
  .meta({ id: 'ObjectionRow' })
export type ObjectionRow = z.infer<typeof objectionRowSchema>

export const objectionShown = ['open', 'overdue', 'crossed'] as const

export const objectionOrders = ['due', 'raised', 'deal'] as const

/** Which objections, and in which order. */
export const objectionFilterQuery = {
  show: z.enum(objectionShown).default('open'),
  segment: z.string().optional(),
  type: z.string().optional(),
  stage: z.string().optional(),
  /** Who answers for the plan, or for the deal where there is no plan yet. */
  owner: z.string().optional(),
  status: objectionStatusSchema.exclude(['closed']).optional(),
  order: z.enum(objectionOrders).default('due'),
  direction: directionSchema.default('up'),
}
export const objectionListQuery = { ...pageQuery, ...objectionFilterQuery }

/** How many objections of a type stand in a segment. */
export const typeCountSchema = z.object({
  segment: named,
  type: named,
  open: z.number(),
  overdue: z.number(),
  crossed: z.number(),
})
export type TypeCount = z.infer<typeof typeCountSchema>

/** `types` counts all deals, whichever of them are listed, most open first. */
export const objectionListSchema = pageOf(objectionRowSchema).extend({ types: z.array(typeCountSchema) })
export type ObjectionList = z.infer<typeof objectionListSchema>

/** One plan for many objections at once. */
export const jointPlanSchema = z.strictObject({
  objections: z
    .array(z.strictObject({ deal: z.string().min(1).max(100), id: z.string().min(1).max(100) }))
    .min(1, 'choose at least one')
    .max(1000),
  strategy: strategySchema,
  steps: z.array(z.string().trim().min(1).max(500)).min(1, 'write at least one step').max(50),
  /** A manager who answers for all of it; each deal's owner where left out. */
  owner: z.string().min(1).max(100).optional(),
  due: z.iso.datetime().optional(),
})
export type JointPlan = z.infer<typeof jointPlanSchema>
