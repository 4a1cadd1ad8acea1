import { z } from 'zod'
import { domainErrorCodes } from '#engine/deal'
import { pageOf, pageQuery } from '../http/page-contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

export const batchRowStatuses = ['pending', 'done', 'refused', 'failed'] as const
const statusSchema = z.enum(batchRowStatuses)

/** One change that is asked of many deals. It is through once none is pending. */
export const batchSchema = z
  .object({ id: z.string(), askedBy: named, createdAt: z.string(), counts: z.record(statusSchema, z.number()) })
  .meta({ id: 'Batch' })
export type Batch = z.infer<typeof batchSchema>

/** What became of the change on one deal. `target` is what it names there: of an objection, what the customer says. */
export const batchRowSchema = z
  .object({
    deal: named,
    target: named,
    status: statusSchema,
    /** Of a refusal. */
    code: z.enum(domainErrorCodes).nullable(),
    reason: z.string(),
  })
  .meta({ id: 'BatchRow' })
export type BatchRow = z.infer<typeof batchRowSchema>

export const batchRowsQuery = { ...pageQuery, status: statusSchema.optional() }
export const batchRowsSchema = pageOf(batchRowSchema)
