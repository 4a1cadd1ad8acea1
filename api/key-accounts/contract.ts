import { z } from 'zod'
import { remarkSchema } from '../coaching/contract.ts'
import { cohortDealSchema } from '../cohorts/contract.ts'
import { dealRowSchema } from '../deals/contract.ts'
import { pageOf, pageQuery } from '../http/page-contract.ts'
import { lastInteractionSchema, visitSchema } from '../visits/contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

/** An account that managers look after themselves. */
export const keyAccountSchema = z
  .object({
    account: named,
    reason: z.string(),
    by: named,
    at: z.string(),
    /** Its running deals, and how many of them an objection or an open request holds where they stand. */
    deals: z.number(),
    stuck: z.number(),
    /** When somebody spoke with it last. */
    lastAt: z.string().nullable(),
    /** The next visit that a manager comes along to, or is asked along to. */
    visitAt: z.string().nullable(),
  })
  .meta({ id: 'KeyAccount' })
export type KeyAccount = z.infer<typeof keyAccountSchema>

export const keyAccountListQuery = pageQuery
export const keyAccountListSchema = pageOf(keyAccountSchema)

export const markSchema = z.strictObject({ reason: z.string().trim().min(1, 'give a reason in one line').max(1000) })
export type Mark = z.infer<typeof markSchema>

/** All that a manager looks at of one such account. */
export const keyAccountPageSchema = z
  .object({
    account: named,
    mark: z.object({ reason: z.string(), by: named, at: z.string() }),
    /** The running ones first, then the newest; at most a hundred. */
    deals: z.array(dealRowSchema),
    standing: z.array(cohortDealSchema),
    visits: z.array(visitSchema),
    /** The last ten, newest first. */
    interactions: z.array(lastInteractionSchema),
    /** What managers said of its interactions; the last twenty, newest first. */
    remarks: z.array(remarkSchema.extend({ deal: named })),
  })
  .meta({ id: 'KeyAccountPage' })
export type KeyAccountPage = z.infer<typeof keyAccountPageSchema>
