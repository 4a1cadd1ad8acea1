import { z } from 'zod'

/** A due time as the model states it. Calendar hours and days; a day is 24 hours. */
export const durationSchema = z.strictObject({
  unit: z.enum(['hours', 'days']),
  amount: z.number().positive().max(3650),
})
export type Duration = z.infer<typeof durationSchema>

const hour = 3_600_000

/** Milliseconds in a duration. */
export function durationMs(duration: Duration): number {
  return duration.amount * (duration.unit === 'hours' ? hour : 24 * hour)
}
