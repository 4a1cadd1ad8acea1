import { z } from 'zod'
import { pageOf, pageQuery } from '../http/page-contract.ts'
import { refusedShape } from '../http/refused-contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

export const batchRowStatuses = ['pending', 'done', 'refused', 'failed'] as const
const statusSchema = z.enum(batchRowStatuses)

/** One change that is asked of many deals. It is through once none is pending. */
export const batchSchema = z
  .object({
    id: z.string(),
    askedBy: named,
    createdAt: z.string(),
    counts: z.record(statusSchema, z.number()),
    /** Whether what it did can be taken back. */
    undoable: z.boolean(),
    /** The batch that takes it back, once that has been asked for. */
    undoneBy: z.string().nullable(),
  })
  .meta({ id: 'Batch' })
export type Batch = z.infer<typeof batchSchema>

/** What became of the change on one deal. `target` is what it names there, of an objection what the customer says, of a request its name; else empty. */
export const batchRowSchema = z
  .object({
    deal: named,
    target: named,
    status: statusSchema,
    ...refusedShape,
  })
  .meta({ id: 'BatchRow' })
export type BatchRow = z.infer<typeof batchRowSchema>

export const undoingSchema = z.strictObject({ reason: z.string().trim().min(1, 'give a reason in one line').max(1000) })
export type Undoing = z.infer<typeof undoingSchema>

export const batchRowsQuery = { ...pageQuery, status: statusSchema.optional() }
export const batchRowsSchema = pageOf(batchRowSchema)
