import { z } from 'zod'
import { elementSchema, valueTypeSchema } from '#engine'
import { attachedFileSchema, objectionSteps } from '#engine/deal'
import { missingSchema, usualTimeSchema } from '../cohorts/contract.ts'
import { directionSchema, pageOf, pageQuery } from '../http/page-contract.ts'

const instant = z.string().nullable()
const named = z.object({ id: z.string(), name: z.string() })

const owed = {
  dealId: z.string(),
  dealName: z.string(),
  account: z.string().nullable(),
  id: z.string(),
  /** The task's name, what the customer says, or what the department was asked for. */
  name: z.string(),
  /** The stage that asks for it, or at which it was raised. */
  stage: z.string().nullable(),
  openedAt: z.string(),
  dueAt: instant,
  escalatedAt: instant,
}

/** One thing that a person owes: a task, the next step of an objection, or the answer to a department that asked back. */
export const owedRowSchema = z
  .discriminatedUnion('kind', [
    z.object({
      ...owed,
      kind: z.literal('task'),
      /** The elements and commitments that it is still to bring. */
      brings: z.array(named.extend({ kind: z.enum(['element', 'commitment']) })),
    }),
    z.object({ ...owed, kind: z.literal('objection'), step: z.enum(objectionSteps), type: z.string() }),
    z.object({
      ...owed,
      kind: z.literal('question'),
      text: z.string(),
      by: z.string(),
      /** Null where a manager asked. */
      department: z.string().nullable(),
      /** The time of a visit that is to be agreed. */
      visitAt: instant,
    }),
  ])
  .meta({ id: 'OwedRow' })
export type OwedRow = z.infer<typeof owedRowSchema>
export type Owed<Kind extends OwedRow['kind']> = Extract<OwedRow, { kind: Kind }>
export const owedListSchema = pageOf(owedRowSchema)
export const owedListQuery = pageQuery

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
  /** What you owe for this stage, tasks, steps of objections and answers, and how many of it are overdue. */
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
    /**
     * The department's working time until then, in milliseconds; negative by what has passed since. Null where nothing is due,
     * where the clock stands, and where the department works around the clock.
     */
    workLeft: z.number().nullable(),
    answeredAt: instant,
    escalatedAt: instant,
    /** How far up it has gone since it was overdue. */
    escalatedTo: z.enum(['leads', 'process-owner']).nullable(),
    /** What it has cost so far, in hours, where anybody said. */
    hours: z.number().nullable(),
    /** Whether you may give it to another of its department. */
    mayHandOver: z.boolean(),
  })
  .meta({ id: 'SupportRequestRow' })
export type RequestRow = z.infer<typeof requestRowSchema>
export const requestListSchema = pageOf(requestRowSchema)
export const requestsOnly = ['overdue', 'asked-back'] as const
export const requestOrders = ['due', 'answered', 'opened', 'name', 'deal'] as const
/** Instead of a person: requests that nobody has. */
export const nobody = 'nobody'

/** Which requests, and in which order: unless it says otherwise open ones by due time, and those that are done newest first. */
export const requestFilterQuery = {
  status: z.enum(['open', 'closed']).default('open'),
  department: z.string().optional(),
  /** Who has it, or `nobody`. */
  owner: z.string().optional(),
  /** Of the open ones those that are overdue, or those whose clock stands. */
  only: z.enum(requestsOnly).optional(),
  order: z.enum(requestOrders).optional(),
  direction: directionSchema.optional(),
}
export const requestListQuery = { ...pageQuery, ...requestFilterQuery }

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
