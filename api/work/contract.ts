import { z } from 'zod'
import { elementSchema, valueTypeSchema } from '#engine'
import { attachedFileSchema } from '#engine/deal'
import { pageOf, pageQuery } from '../http/page-contract.ts'

const instant = z.string().nullable()

export const taskRowSchema = z
  .object({
    dealId: z.string(),
    dealName: z.string(),
    account: z.string().nullable(),
    id: z.string(),
    name: z.string(),
    /** The stage that asks for it. */
    stage: z.string().nullable(),
    /** Names of the elements and commitments that it is to bring. */
    brings: z.array(z.string()),
    openedAt: z.string(),
    dueAt: instant,
    escalatedAt: instant,
  })
  .meta({ id: 'TaskRow' })
export type TaskRow = z.infer<typeof taskRowSchema>
export const taskListSchema = pageOf(taskRowSchema)
export const taskListQuery = pageQuery

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
    deal: z.object({ name: z.string(), account: z.string().nullable(), owner: z.string(), segment: z.string() }),
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
