import { z } from 'zod'
import { pageOf, pageQuery } from '../http/page-contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

/**
 * How long the deals took that passed a stage last, in milliseconds: half of them `median` at most, three of four `most`.
 * `deals` is how many were asked.
 */
export const usualTimeSchema = z.object({ median: z.number(), most: z.number(), deals: z.number() })
export type UsualTime = z.infer<typeof usualTimeSchema>

/** The running deals that stand at one stage, against those that passed it. */
export const cohortStageSchema = z.object({
  id: z.string(),
  name: z.string(),
  deals: z.number(),
  /** Who works them, most deals first; at most ten, of `sellerCount`. */
  sellers: z.array(named.extend({ deals: z.number() })),
  sellerCount: z.number(),
  /** How long half of them have stood there at most, in milliseconds; null where none does. */
  standing: z.number().nullable(),
  /** Null while too few have passed it to compare with. */
  usual: usualTimeSchema.nullable(),
  /** How many stand there longer than three of four of those that passed. */
  late: z.number(),
  /** How many an objection holds there. */
  objections: z.number(),
  /** How many wait there for the answer to a request. */
  requests: z.number(),
})
export type CohortStage = z.infer<typeof cohortStageSchema>

/** Every stage of a segment’s newest version, then those that only deals on other versions stand at. */
export const cohortSchema = z
  .object({ segment: named, deals: z.number(), stages: z.array(cohortStageSchema) })
  .meta({ id: 'Cohort' })
export type Cohort = z.infer<typeof cohortSchema>

export const stuckKinds = ['any', 'late', 'objection', 'request'] as const

/** Which of a segment’s deals, where they stand. */
export const cohortFilter = {
  stage: z.string().optional(),
  seller: z.string().optional(),
  stuck: z.enum(stuckKinds).optional(),
  /** Those that have stood there since then, or longer. */
  since: z.iso.datetime().optional(),
}
export type CohortFilter = { [Key in keyof typeof cohortFilter]?: z.output<(typeof cohortFilter)[Key]> }

/** Deals where they stand: those that were chosen, or all that a filter finds. */
export const selectionSchema = z.union([
  z.strictObject({
    deals: z
      .array(z.strictObject({ deal: z.string().min(1).max(100), stage: z.string().min(1).max(100) }))
      .min(1, 'choose at least one')
      .max(1000),
  }),
  z.strictObject({ all: z.strictObject(cohortFilter) }),
])
export type Selection = z.infer<typeof selectionSchema>

const reason = z.string().trim().min(1, 'give a reason in one line').max(1000)

/** One task for many deals, at the stage where each stands. */
export const jointTaskSchema = z.strictObject({
  of: selectionSchema,
  name: z.string().trim().min(1, 'say what to do').max(200),
  reason,
  due: z.iso.datetime().optional(),
  /** The element or commitment that it is for. */
  brings: z.string().min(1).max(100).optional(),
})
export type JointTask = z.infer<typeof jointTaskSchema>

/** One request for many deals to a department. */
export const jointRequestSchema = z.strictObject({
  of: selectionSchema,
  department: z.string().min(1).max(100),
  name: z.string().trim().min(1, 'say what for').max(200),
  details: z.string().trim().max(4000).optional(),
  due: z.iso.datetime().optional(),
})
export type JointRequest = z.infer<typeof jointRequestSchema>

export const cohortDealsQuery = { ...pageQuery, ...cohortFilter }

/** One thing that a stage’s exit still waits for, and the buying roles and departments, by name, that can bring it. */
export const missingSchema = named.extend({
  /** The id is an element’s, a commitment’s or a support trigger’s; of else the fact’s name. */
  kind: z.enum(['element', 'commitment', 'support', 'other']),
  from: z.array(z.string()),
})
export type Missing = z.infer<typeof missingSchema>

/** One deal where it stands at one stage, and why it has not passed it. */
export const cohortDealSchema = z
  .object({
    deal: named,
    account: z.string().nullable(),
    seller: named,
    stage: named,
    since: z.string(),
    late: z.boolean(),
    /** The smallest set of what its exit still waits for. */
    missing: z.array(missingSchema),
    /** How many other sets would do as well. */
    otherWays: z.number(),
    /** Standing objections that hold it there. */
    objections: z.array(named.extend({ type: z.string() })),
    /** Requests whose answer it waits for. */
    requests: z.array(named.extend({ department: z.string(), dueAt: z.string().nullable() })),
    /** Departments that have locked it. */
    locks: z.array(z.string()),
  })
  .meta({ id: 'CohortDeal' })
export type CohortDeal = z.infer<typeof cohortDealSchema>

export const cohortDealsSchema = pageOf(cohortDealSchema)
