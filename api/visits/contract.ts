import { z } from 'zod'
import { cohortDealSchema } from '../cohorts/contract.ts'
import { pageOf, pageQuery } from '../http/page-contract.ts'

const named = z.object({ id: z.string(), name: z.string() })
const instant = z.string().nullable()

/** An interaction with a customer, as whoever goes there next wants to know of it. */
export const lastInteractionSchema = z.object({
  deal: named,
  /** The step of the deal that recorded it. */
  seq: z.number(),
  kind: z.string(),
  at: z.string(),
  by: named,
  note: z.string(),
  participants: z.array(z.string()),
  /** How many facts it brought. */
  facts: z.number(),
})
export type LastInteraction = z.infer<typeof lastInteractionSchema>

/** A visit to a customer to which a manager is asked along, and what to know before. */
export const visitSchema = z
  .object({
    deal: named,
    account: z.string().nullable(),
    segment: named,
    seller: named,
    /** The request for company. */
    request: z.string(),
    name: z.string(),
    details: z.string().nullable(),
    at: z.string(),
    meet: z.string(),
    /** Who is asked along; null while nobody is. */
    manager: named.nullable(),
    status: z.enum(['open', 'answered', 'declined', 'cancelled']),
    openedAt: z.string(),
    acceptedAt: instant,
    /** What the manager asked the seller, while that is not answered; with another time where one was proposed. */
    asked: z.object({ text: z.string(), at: z.string(), visitAt: instant }).nullable(),
    /** What the manager said of it in the end. */
    note: z.string().nullable(),
    /** Where the purchase stands, what the customer still has to give there, and from whom. */
    standing: z.array(cohortDealSchema),
    objections: z.array(z.object({ id: z.string(), statement: z.string(), type: z.string(), status: z.string() })),
    people: z.array(
      z.object({ name: z.string(), title: z.string(), role: z.string(), stance: z.string(), influence: z.string() }),
    ),
    /** The last three, newest first. */
    interactions: z.array(lastInteractionSchema),
  })
  .meta({ id: 'Visit' })
export type Visit = z.infer<typeof visitSchema>

export const visitListQuery = {
  ...pageQuery,
  /** Those that are asked of you, or of any manager. */
  of: z.enum(['mine', 'team']).default('mine'),
  /** Those that are to come or wait for an answer, the next first; or those that are over, the last first. */
  show: z.enum(['coming', 'past']).default('coming'),
}
export const visitListSchema = pageOf(visitSchema)
