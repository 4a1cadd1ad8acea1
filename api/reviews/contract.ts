import { z } from 'zod'
import { changedSinceSchema, gradeSchema, scalarSchema, valueTypeSchema } from '#engine'
import { pageOf, pageQuery } from '../http/page-contract.ts'
import { refusedShape } from '../http/refused-contract.ts'
import { sheetLanguages } from './sheet-languages.ts'

const named = z.object({ id: z.string(), name: z.string() })

/** Deals of one review at most. */
export const mostDeals = 500

export const reviewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    createdBy: named,
    createdAt: z.string(),
    deals: z.number(),
    /** How many of them have been gone through; the review is done once all have. */
    reviewed: z.number(),
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof reviewSchema>

export const reviewListQuery = pageQuery
export const reviewListSchema = pageOf(reviewSchema)

/** Which open deals to go through: those that were chosen, in this order, or all that a filter finds, by account. */
export const newReviewSchema = z.strictObject({
  name: z.string().trim().min(1, 'give it a name').max(200),
  of: z.union([
    z.strictObject({ deals: z.array(z.string().min(1).max(100)).min(1, 'choose at least one').max(mostDeals) }),
    z.strictObject({
      all: z.strictObject({
        search: z.string().trim().max(200).optional(),
        segment: z.string().optional(),
        stage: z.string().optional(),
        owner: z.string().optional(),
      }),
    }),
  ]),
})
export type NewReview = z.infer<typeof newReviewSchema>

const reviewedDealSchema = z.object({
  deal: named,
  account: z.string().nullable(),
  owner: named,
  status: z.enum(['open', 'closed']),
  openStages: z.array(named),
  /** Steps of the deal since it was last gone through, before this review; null where it never was. */
  stepsSince: z.number().nullable(),
  reviewedAt: z.string().nullable(),
})
export type ReviewedDeal = z.infer<typeof reviewedDealSchema>

export const reviewPageSchema = z
  .object({ review: reviewSchema, items: z.array(reviewedDealSchema) })
  .meta({ id: 'ReviewPage' })
export type ReviewPage = z.infer<typeof reviewPageSchema>

/** One deal as a review looks at it: what came of all that happened since it was last gone through, and what was decided. */
export const dealReviewSchema = z
  .object({
    /** When, by whom and in which review before; null where it is the first time. */
    since: z.object({ at: z.string(), by: named, review: named, note: z.string() }).nullable(),
    changed: changedSinceSchema,
    /** In this review; null until it was gone through. */
    decided: z.object({ at: z.string(), by: named, note: z.string() }).nullable(),
  })
  .meta({ id: 'DealReview' })
export type DealReview = z.infer<typeof dealReviewSchema>

/** What was decided on a deal: a note, and tasks at its stages. `seq` is the step of the deal that was looked at. */
export const decisionSchema = z.strictObject({
  seq: z.number().int().min(0),
  note: z.string().trim().max(4000).default(''),
  tasks: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1, 'say what to do').max(200),
        /** The stage that the task is added to; none on a deal without a model. */
        stage: z.string().min(1).max(100).optional(),
        /** The deal's owner where left out; else a manager. */
        assignee: z.string().min(1).max(100).optional(),
        due: z.iso.datetime().optional(),
      }),
    )
    .max(20)
    .default([]),
})
export type Decision = z.input<typeof decisionSchema>

export const sheetQuery = {
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(sheetLanguages).default('en'),
}
/** In bytes. */
export const largestSheet = 5 * 1024 * 1024

const answerSchema = z.object({ value: scalarSchema, grade: gradeSchema })

/**
 * Why a row of a sheet that came back is not taken. `told` is what the cell says; of `row-twice` the line where the row stands
 * before, of `row-broken` how many cells it has, and how many columns the sheet.
 */
const rowFaultSchema = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['row-unknown', 'deal-unknown', 'deal-closed', 'not-asked', 'emptied', 'weaker']) }),
  z.object({ code: z.enum(['row-twice', 'row-broken', 'grade']), told: z.string() }),
  z.object({ code: z.literal('value'), told: z.string(), type: valueTypeSchema }),
])
export type RowFault = z.infer<typeof rowFaultSchema>

const aboutRow = {
  /** The line of the file, or the row of the sheet. */
  line: z.number(),
  fact: z.string(),
  name: z.string(),
}
/** A row that would change its deal, or is refused. `cell` is where, as spreadsheets call it: H12. */
const comparedRowSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.enum(['change', 'conflict']),
    ...aboutRow,
    cell: z.string(),
    deal: named,
    type: valueTypeSchema,
    /** Of amounts. */
    currency: z.string(),
    /** What the sheet was made with, what holds now, and what the sheet says. Null is what is not known. */
    given: answerSchema.nullable(),
    now: answerSchema.nullable(),
    said: answerSchema,
  }),
  z.object({
    status: z.literal('refused'),
    ...aboutRow,
    cell: z.string().nullable(),
    deal: named.nullable(),
    fault: rowFaultSchema,
  }),
])
export type ComparedRow = z.infer<typeof comparedRowSchema>

/** What taking a sheet in would change. */
export const sheetComparisonSchema = z
  .object({ rows: z.array(comparedRowSchema), unchanged: z.number() })
  .meta({ id: 'SheetComparison' })
export type SheetComparison = z.infer<typeof sheetComparisonSchema>

/** Changes of a sheet that were chosen. Each says over what it is taken: where the deal knows something else by now, it is not. */
export const chosenChangesSchema = z.strictObject({
  file: z.string().max(300),
  rows: z
    .array(
      z.strictObject({
        deal: z.string().min(1).max(100),
        fact: z.string().min(1).max(200),
        cell: z.string().max(20),
        said: answerSchema,
        over: answerSchema.nullable(),
      }),
    )
    .min(1, 'choose at least one')
    .max(500),
})
export type ChosenChanges = z.infer<typeof chosenChangesSchema>

/** What became of each. `moved-on`: the deal knows something else by now, which stands in `now`. */
const takenChangeSchema = z.object({
  deal: z.string(),
  fact: z.string(),
  status: z.enum(['done', 'moved-on', 'refused']),
  now: answerSchema.nullable(),
  ...refusedShape,
})
export type TakenChange = z.infer<typeof takenChangeSchema>
export const takenChangesSchema = z.object({ items: z.array(takenChangeSchema) }).meta({ id: 'TakenChanges' })
