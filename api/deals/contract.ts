import { z } from 'zod'
import {
  chainOutlookSchema,
  chainRisksSchema,
  changeSchema,
  nextBestPersonSchema,
  processModelSchema,
  rungSchema,
  suggestedStyleSchema,
  whyNotYetSchema,
} from '#engine'
import { dealEventSchema, dealStateSchema, stageStatusSchema } from '#engine/deal'
import { directionSchema, pageOf, pageQuery } from '../http/page-contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

export const dealRowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    segment: named,
    owner: named,
    account: z.string().nullable(),
    /** Whether managers look after its account themselves. */
    keyAccount: z.boolean(),
    status: z.enum(['open', 'closed']),
    outcome: z.enum(['won', 'lost', 'abandoned']).nullable(),
    seq: z.number(),
    /** Interactions so far. */
    effort: z.number(),
    /** Its segment had no model when it was opened, and it is under none yet. */
    freeForm: z.boolean(),
    /** The stages where the purchase stands now; several where it runs in parallel. */
    openStages: z.array(named),
    openTasks: z.number(),
    /** What support has cost so far, in hours. */
    supportHours: z.number(),
    openedAt: z.string(),
  })
  .meta({ id: 'DealRow' })
export type DealRow = z.infer<typeof dealRowSchema>

export const dealOrders = ['opened', 'name', 'effort'] as const

/** Which deals, and in which order. */
export const dealFilterQuery = {
  search: z.string().trim().max(200).optional(),
  status: z.enum(['open', 'closed', 'all']).default('open'),
  segment: z.string().optional(),
  stage: z.string().optional(),
  owner: z.string().optional(),
  order: z.enum(dealOrders).default('opened'),
  direction: directionSchema.default('down'),
}
export const dealListQuery = { ...pageQuery, ...dealFilterQuery }
export const dealListSchema = pageOf(dealRowSchema)

export const newDealSchema = z.strictObject({
  segmentId: z.string(),
  name: z.string().trim().min(1, 'give it a name').max(300),
  account: z.string().trim().max(300).optional(),
  /** Who works it; yourself where left out. A rep always opens deals of their own. */
  ownerId: z.string().optional(),
  /** Where the segment has no published model, opens it without one; it is put under one later. Refused where left out. */
  freeForm: z.boolean().optional(),
})
export type NewDeal = z.infer<typeof newDealSchema>

/** All that a deal's page shows. `people` names the users whose ids the state holds. */
export const dealPageSchema = z
  .object({
    deal: dealRowSchema,
    state: dealStateSchema,
    version: z.number(),
    /** The number of the segment's newest version. */
    newestVersion: z.number(),
    /** The last time that the deal was moved to another version, or back; null where it never was. */
    lastMove: z.object({ at: z.string(), by: named, version: z.number(), undone: z.boolean() }).nullable(),
    model: processModelSchema,
    /** What earlier versions called the facts that the deal knows and its model does not have, by fact. */
    formerFacts: z.record(z.string(), z.string()),
    whyNotYet: z.array(whyNotYetSchema),
    /** Null where no role has anything to bring. */
    nextBestPerson: nextBestPersonSchema.nullable(),
    chainRisks: chainRisksSchema,
    /** The layers of the sign-off, from the bottom up, with who signs them. */
    ladder: z.array(rungSchema),
    /** What support has cost so far, in hours; a manager's own stand under an empty department. */
    supportHours: z.object({
      total: z.number(),
      departments: z.array(z.object({ department: z.string(), hours: z.number() })),
    }),
    /** Names of the departments whose ids the state holds. */
    departments: z.record(z.string(), z.string()),
    people: z.record(z.string(), z.string()),
  })
  .meta({ id: 'DealPage' })
export type DealPage = z.infer<typeof dealPageSchema>

/** What is likely to come of a deal: how its sign-off goes on, and the styles that its model suggests for it. */
export const dealOutlookSchema = z
  .object({ chain: chainOutlookSchema, suggestedStyles: z.array(suggestedStyleSchema) })
  .meta({ id: 'DealOutlook' })
export type DealOutlook = z.infer<typeof dealOutlookSchema>

/**
 * What was done on other deals of the segment while they stood at a stage. `passed` deals passed it, `lost` ones were lost or
 * given up there; the same words count those among them on which a thing was done.
 */
export const stageWorkedSchema = z
  .object({
    stage: z.string(),
    passed: z.number(),
    lost: z.number(),
    /** Most often done on deals that passed first. An interaction has its kind as its name. */
    done: z.array(
      z.object({ kind: z.enum(['interaction', 'action']), name: z.string(), passed: z.number(), lost: z.number() }),
    ),
  })
  .meta({ id: 'StageWorked' })
export type StageWorked = z.infer<typeof stageWorkedSchema>

const fellDueSchema = z.object({
  of: z.enum(['task', 'support-request', 'objection']),
  id: z.string(),
  how: z.enum(['overdue', 'reminded', 'escalated']),
})
export type FellDue = z.infer<typeof fellDueSchema>

/** One step of a deal's history, what it changed of the stages, and what became due in it. */
export const dealHistorySchema = z.object({
  items: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      by: named,
      event: dealEventSchema,
      stages: z.record(z.string(), z.string()),
      fellDue: z.array(fellDueSchema),
    }),
  ),
  /** What those are called of whom the events tell, by their ids. */
  people: z.record(z.string(), z.string()),
})
export type DealHistory = z.infer<typeof dealHistorySchema>

/** The deal's sequence number after a change; what is read from then on contains it. */
export const dealChangedSchema = z.object({ seq: z.number() })

/** What a deal is to do otherwise than its model, and why. */
export const adaptationSchema = z.strictObject({
  changes: z.array(changeSchema).min(1, 'change something').max(200),
  reason: z.string().trim().min(1, 'give a reason in one line').max(1000),
  expectedSeq: z.number().int().optional(),
})
export type Adaptation = z.infer<typeof adaptationSchema>

/** What was noted on a deal without a model, as the facts of the model that it is put under, and who holds which role there. */
export const readingSchema = z.strictObject({
  facts: z
    .array(
      z.strictObject({
        /** The noted fact, by its name on the deal. */
        noted: z.string().min(1).max(200),
        fact: z.string().min(1).max(200),
        /** As the model's fact takes it. */
        value: z.union([z.string(), z.number(), z.boolean()]),
      }),
    )
    .max(200)
    .default([]),
  /** Buying roles of the model by person; people without one are told apart by their kind of role. */
  roles: z.record(z.string(), z.string()).default({}),
  /** The model's actions that open tasks stand for, by task. Any other task stays owed as it is. */
  tasks: z.record(z.string(), z.string()).default({}),
  /** What objections are in the model, by objection. Any other keeps its general kind. */
  objections: z.record(z.string(), z.strictObject({ type: z.string(), stage: z.string().exactOptional() })).default({}),
})
export type Reading = z.infer<typeof readingSchema>

export const underModelSchema = readingSchema.extend({ expectedSeq: z.number().int().optional() })
export type UnderModel = z.infer<typeof underModelSchema>

/** What putting a deal under its segment's newest model would come to. */
export const underModelPreviewSchema = z
  .object({
    version: z.number(),
    model: processModelSchema,
    /** The status of each stage then, by stage. */
    stages: z.record(z.string(), stageStatusSchema),
    /** What would be owed then. */
    tasks: z.array(z.string()),
    /** Tasks that would no longer be owed, since what they are for is there. */
    obtained: z.array(z.string()),
  })
  .meta({ id: 'UnderModelPreview' })
export type UnderModelPreview = z.infer<typeof underModelPreviewSchema>
