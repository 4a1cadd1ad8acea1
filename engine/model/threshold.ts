import { z } from 'zod'
import { identifierSchema, nameSchema } from './identifier.ts'

/** A value that holds from the beginning of a day, in UTC, until that of the next one. */
export const datedValueSchema = z.strictObject({ from: z.iso.date(), amount: z.number() })
export type DatedValue = z.infer<typeof datedValueSchema>

/**
 * A number that a policy sets and changes over time: the amount above which a board has to approve, say. Conditions
 * compare with the value in force when the step opened that they belong to, so that a new policy leaves open steps alone.
 */
export const thresholdSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  /** Oldest first. Before the first one there is none in force. */
  values: z.array(datedValueSchema).default([]),
})
export type Threshold = z.infer<typeof thresholdSchema>

/** The value in force at an instant: the last one that had begun by then. Undefined before the first. */
export const valueInForce = (values: readonly DatedValue[], at: number): DatedValue | undefined =>
  values.findLast(({ from }) => Date.parse(from) <= at)
