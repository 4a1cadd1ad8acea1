import { z } from 'zod'

/** The largest amount of any unit. */
export const mostInDuration = 3650

/** A due time as the model states it, in calendar time; a day is 24 hours. */
export const durationSchema = z.strictObject({
  unit: z.enum(['minutes', 'hours', 'days']),
  amount: z.number().positive().max(mostInDuration),
})
export type Duration = z.infer<typeof durationSchema>

const unitMs: Record<Duration['unit'], number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 }

/** Milliseconds in a duration. */
export const durationMs = ({ unit, amount }: Duration): number => amount * unitMs[unit]
