import { z } from 'zod'
import { elementSchema, valueTypeSchema } from '#engine'
import { attachedFileSchema } from '#engine/deal'
import { missingSchema, usualTimeSchema } from '../cohorts/contract.ts'
import { pageOf, pageQuery } from '../http/page-contract.ts'

const instant = z.string().nullable()
const named = z.object({ id: z.string(), name: z.string() })

export const taskRowSchema = z
  .object({
    dealId: z.string(),
    dealName: z.string(),
    account: z.string().nullable(),
    id: z.string(),
    name: z.string(),
    /** The stage that asks for it. */
    stage: z.string().nullable(),
    /** The elements and commitments that it is to bring. */
    brings: z.array(named.extend({ kind: z.enum(['element', 'commitment']) })),
    openedAt: z.string(),
    dueAt: instant,
    escalatedAt: instant,
  })
  .meta({ id: 'TaskRow' })
export type TaskRow = z.infer<typeof taskRowSchema>
export const taskListSchema = pageOf(taskRowSchema)
export const taskListQuery = pageQuery

const myDealSchema = named.extend({ account: z.string().nullable() })

/** One of your deals where it stands at one stage. */
export const standingDealSchema = myDealSchema.extend({
  since: z.string(),
  /** Whether it has stood there longer than three of four of those that passed. */
  late: z.boolean(),
  /** The smallest set of what the stage’s exit still waits for. */
  missing: z.array(missingSchema),
  /** How many other sets would do as well. */
  otherWays: z.number(),
  /** Tasks that you owe for this stage, and how many of them are overdue. */
  owed: z.number(),
  overdue: z.number(),
})
export type StandingDeal = z.infer<typeof standingDealSchema>

const mySegmentSchema = named.extend({
  /** The stages of the newest version that these deals run on, in its order, and among them others where one stands. */
  stages: z.array(
    named.extend({
      /** Null while too few have passed it to compare with. */
      usual: usualTimeSchema.nullable(),
      /** Late ones first, then by how long they stand there. */
      deals: z.array(standingDealSchema),
    }),
  ),
  /** Deals that stand at no stage: without a model, past all that they reached, or before the first. */
  elsewhere: z.array(myDealSchema),
})
export type MySegment = z.infer<typeof mySegmentSchema>

export const myStagesSchema = z
  .object({
    /** How many deals you have running. The picture has the two hundred opened last. */
    deals: z.number(),
    segments: z.array(mySegmentSchema),
  })
  .meta({ id: 'MyStages' })
export type MyStages = z.infer<typeof myStagesSchema>

export const requestRowSchema = z
  .object({
    dealId: z.string(),
    dealName: z.string(),
    account: z.string().nullable(),
    id: z.string(),
    name: z.string(),
    /** Both empty where a manager is asked. */
    department: z.object({ id: z.string(), name: z.string() }),
    /** Who has it; null while it waits in the department's queue. */
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** Why nobody has it: `no-one-free` or `above-authority`. Its segment's process owner knows. */
    waiting: z.enum(['no-one-free', 'above-authority']).nullable(),
    status: z.enum(['open', 'answered', 'declined', 'cancelled']),
    /** Whether a stage waits for an approval. */
    blocks: z.boolean(),
    verdict: z.string().nullable(),
    note: z.string().nullable(),
    openedAt: z.string(),
    /** When its owner accepted it. */
    acceptedAt: instant,
    /** Since when the clock stands, because a question waits for the seller. */
    askedBackAt: instant,
    dueAt: instant,
    answeredAt: instant,
    escalatedAt: instant,
    /** How far up it has gone since it was overdue. */
    escalatedTo: z.enum(['leads', 'process-owner']).nullable(),
    /** What it has cost so far, in hours, where anybody said. */
    hours: z.number().nullable(),
  })
  .meta({ id: 'SupportRequestRow' })
export type RequestRow = z.infer<typeof requestRowSchema>
export const requestListSchema = pageOf(requestRowSchema)
export const requestListQuery = { ...pageQuery, status: z.enum(['open', 'closed']).default('open') }

/** One request with what its department needs to know of the deal, and the elements that an answer can bring. */
export const requestPageSchema = z
  .object({
    request: requestRowSchema,
    deal: z.object({
      name: z.string(),
      account: z.string().nullable(),
      owner: z.string(),
      segment: z.string(),
      /** Whether it is still worked: only then is it locked or unlocked. */
      isOpen: z.boolean(),
    }),
    /** The stage, the objection or the person that asked. */
    askedBy: z.object({ kind: z.enum(['stage', 'objection', 'person']), name: z.string() }).nullable(),
    /** What it is about, where a person asked from hand. */
    details: z.string().nullable(),
    /** What was brought with it. */
    enclosed: z.array(attachedFileSchema),
    /** The visit that a manager's company is asked for. */
    visit: z.object({ at: z.string(), meet: z.string() }).nullable(),
    /** What changed since its last answer, where it is asked again. */
    changed: z.string().nullable(),
    facts: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        value: z.union([z.string(), z.number(), z.boolean()]),
        type: valueTypeSchema,
        /** Notes and links to where it can be read. */
        evidence: z.array(z.string()),
        files: z.array(attachedFileSchema),
      }),
    ),
    currency: z.string(),
    /** What the answer brought. */
    files: z.array(attachedFileSchema),
    /** Departments that hold the purchase where it stands. */
    locks: z.array(
      z.object({
        department: z.object({ id: z.string(), name: z.string() }),
        by: z.string(),
        at: z.string(),
        reason: z.string(),
      }),
    ),
    /** What the department asked the seller, oldest first. */
    questions: z.array(
      z.object({
        text: z.string(),
        by: z.string(),
        at: z.string(),
        answer: z.string().nullable(),
        answeredBy: z.string().nullable(),
        answeredAt: instant,
        /** Another time that was proposed for the visit. */
        visitAt: instant,
      }),
    ),
    /** Whether it is yours to accept and answer: your department's, and within your authority. */
    mayAnswer: z.boolean(),
    /** The department's members who can be handed the request: those whose authority it is within. */
    members: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Whether you stand in for who has it, and may take it over. */
    standsIn: z.boolean(),
    brings: z.array(elementSchema.pick({ id: true, name: true, value: true })),
  })
  .meta({ id: 'SupportRequestPage' })
export type RequestPage = z.infer<typeof requestPageSchema>

export const noticeSchema = z
  .object({
    id: z.string(),
    /** The deal that it is about; null where it is about a segment. */
    dealId: z.string().nullable(),
    segmentId: z.string().nullable(),
    /** The name of that deal or segment. */
    about: z.string(),
    kind: z.string(),
    subject: z.string(),
    /** The support request that it tells of, where it tells of one that you may see. */
    requestId: z.string().nullable(),
    createdAt: z.string(),
    readAt: instant,
  })
  .meta({ id: 'Notice' })
export type Notice = z.infer<typeof noticeSchema>
export const noticeListSchema = z.object({ items: z.array(noticeSchema), unread: z.number() })
