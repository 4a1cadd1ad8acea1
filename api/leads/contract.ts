import { z } from 'zod'
import { type Condition, conditionSchema, funnelSchema, scalarSchema, tagSchema } from '#engine'
import { directionSchema, pageOf, pageQuery } from '../http/page-contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

/** The longest filter, as JSON in an address. */
const longestFilter = 6000

/** A filter that somebody keeps under a name, for all who work the segment. */
export const savedFilterSchema = z
  .object({ id: z.string(), name: z.string(), filter: conditionSchema, by: named })
  .meta({ id: 'SavedFilter' })
export type SavedFilter = z.infer<typeof savedFilterSchema>

export const newFilterSchema = z.strictObject({
  name: z.string().trim().min(1, 'give it a name').max(100),
  filter: conditionSchema.refine(
    (filter: Condition) => JSON.stringify(filter).length <= longestFilter,
    `make it shorter: at most ${longestFilter} characters as JSON`,
  ),
})
export type NewFilter = z.infer<typeof newFilterSchema>

/** How a mass segment is worked, and all that a filter of its leads can name. */
export const segmentFunnelSchema = z
  .object({
    segment: named,
    funnel: funnelSchema,
    /** Counts the changes; a change names the one that it was made on. */
    revision: z.number(),
    /** The tags that leads bear, most used first; at most 500. */
    tags: z.array(z.object({ tag: z.string(), leads: z.number() })),
    /** Who may own leads. */
    owners: z.array(named),
    filters: z.array(savedFilterSchema),
  })
  .meta({ id: 'SegmentFunnel' })
export type SegmentFunnel = z.infer<typeof segmentFunnelSchema>

export const changedFunnelSchema = z.strictObject({ revision: z.number().int(), funnel: funnelSchema })
export type ChangedFunnel = z.input<typeof changedFunnelSchema>

export const leadSchema = z
  .object({
    id: z.string(),
    /** Its own in the list that it came from. */
    key: z.string().nullable(),
    name: z.string(),
    account: z.string().nullable(),
    contact: z.string().nullable(),
    source: z.string().nullable(),
    stage: named,
    tags: z.array(z.string()),
    fields: z.record(z.string(), scalarSchema),
    owner: named.nullable(),
    /** The deal that it became. */
    deal: z.string().nullable(),
    createdAt: z.string(),
    changedAt: z.string(),
    revision: z.number(),
  })
  .meta({ id: 'Lead' })
export type Lead = z.infer<typeof leadSchema>

/** A condition as JSON in an address. Whether the funnel has its facts is asked where they are known. */
const filterQuery = z
  .string()
  .max(longestFilter)
  .transform((text, context) => {
    const read = conditionSchema.safeParse(asJson(text))
    if (read.success) return read.data
    context.addIssue({ code: 'custom', message: 'give a condition as JSON, such as {"all": []}' })
    return z.NEVER
  })

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const leadOrders = ['created', 'changed', 'name'] as const

const found = {
  filter: filterQuery.optional(),
  /** Part of the name, account or contact, in any case. */
  search: z.string().trim().max(200).optional(),
}
/** All leads of a list, as it is filtered and sorted. */
export const leadExportQuery = {
  ...found,
  order: z.enum(leadOrders).default('created'),
  direction: directionSchema.default('down'),
}
export const leadListQuery = { ...pageQuery, ...leadExportQuery }
export const leadListSchema = pageOf(leadSchema)

export const funnelCountsQuery = found
/** How many leads of a filter stand at each stage; those that became deals stand at none. */
export const funnelCountsSchema = z
  .object({ stages: z.array(named.extend({ leads: z.number() })), promoted: z.number(), total: z.number() })
  .meta({ id: 'FunnelCounts' })
export type FunnelCounts = z.infer<typeof funnelCountsSchema>

const short = z.string().trim().max(300)
const owner = z.string().min(1).max(100).nullable()

const leadParts = {
  name: short.min(1, 'give it a name'),
  account: short.nullable(),
  contact: short.nullable(),
  source: short.nullable(),
  stage: z.string().min(1).max(64),
  tags: z.array(tagSchema).max(50),
  /** By field; null takes a value away. */
  fields: z.record(z.string().max(64), scalarSchema.nullable()),
  ownerId: owner,
}
export const newLeadSchema = z
  .strictObject({ ...leadParts, key: short.nullable() })
  .partial()
  .required({ name: true })
export type NewLead = z.infer<typeof newLeadSchema>

/** What is left out stays; of `fields`, too. */
export const changedLeadSchema = z.strictObject(leadParts).partial().extend({ revision: z.number().int() })
export type ChangedLead = z.infer<typeof changedLeadSchema>

/** Leads that were chosen, or all that a filter finds. */
export const leadSelectionSchema = z.union([
  z.strictObject({ leads: z.array(z.string().min(1).max(100)).min(1, 'choose at least one').max(1000) }),
  z.strictObject({
    all: z.strictObject({ filter: conditionSchema.optional(), search: z.string().trim().max(200).optional() }),
  }),
])

/** One change for many leads. A lead that is a deal keeps its stage. */
export const jointLeadChangeSchema = z.strictObject({
  of: leadSelectionSchema,
  change: z
    .strictObject({
      addTags: z.array(tagSchema).max(20).default([]),
      removeTags: z.array(tagSchema).max(20).default([]),
      stage: z.string().min(1).max(64).optional(),
      ownerId: owner.optional(),
    })
    .refine(
      ({ addTags, removeTags, stage, ownerId }) =>
        addTags.length + removeTags.length > 0 || stage !== undefined || ownerId !== undefined,
      'say what is to change',
    ),
})
export type JointLeadChange = z.output<typeof jointLeadChangeSchema>

export const leadBatchSchema = z
  .object({
    id: z.string(),
    askedBy: named,
    createdAt: z.string(),
    /** How many leads it was asked for, and how many of them it changed: the others were as it wants them before. */
    chosen: z.number(),
    changed: z.number(),
    undoneAt: z.string().nullable(),
  })
  .meta({ id: 'LeadBatch' })
export type LeadBatch = z.infer<typeof leadBatchSchema>

/** Why a row of a list is not taken. */
export const leadFaults = [
  'no-key',
  'no-name',
  'too-long',
  'tags',
  'stage',
  'owner',
  'twice',
  'cells',
  'flag',
  'number',
  'money',
  'date',
  'text',
  'choice',
] as const

/** What became of a list of leads. A row that changes nothing of its lead counts as unchanged. */
export const leadImportSchema = z
  .object({
    added: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    /** Rows that were not taken, by the line of the file that they begin on; at most 1,000 of `refusedCount`. */
    refused: z.array(
      z.object({
        line: z.number(),
        key: z.string(),
        /** Why, with what it names, for any language, and in English; of a value its kind, of which it is none. */
        code: z.enum(leadFaults),
        details: z.record(z.string(), z.union([z.string(), z.number()])),
        why: z.string(),
      }),
    ),
    refusedCount: z.number(),
    /** Columns whose content went nowhere. */
    columnsLeft: z.array(z.string()),
  })
  .meta({ id: 'LeadImport' })
export type LeadImport = z.infer<typeof leadImportSchema>

/** The largest list of leads, in bytes. */
export const largestLeadList = 20 * 1024 * 1024

/** A lead becomes a deal of a segment that is worked by process. */
export const promotionSchema = z.strictObject({
  segmentId: z.string(),
  /** The deal’s name; the lead’s where left out. */
  name: z.string().trim().min(1, 'give it a name').max(300).optional(),
  /** Where the segment has no published model, opens it without one. */
  freeForm: z.boolean().optional(),
})
export type Promotion = z.infer<typeof promotionSchema>
