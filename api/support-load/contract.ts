import { z } from 'zod'
import { departmentStandingSchema } from '#engine'

const named = z.object({ id: z.string(), name: z.string() })

export const supportLoadQuery = {
  /** Where weeks begin on a Monday, as an IANA name such as Europe/Vienna. */
  timeZone: z
    .string()
    .refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC', {
      error: 'name a time zone such as Europe/Vienna',
    })
    .default('UTC'),
}

/** What each department is asked for and what it can take, as the engine's `departmentLoad` reads it. */
export const supportLoadSchema = z
  .object({
    /** Where the weeks begin, and where the last ends: the first is now. */
    weeks: z.array(z.string()),
    departments: z.array(
      z.object({
        department: named,
        standing: departmentStandingSchema,
        /** What ids of people are called. */
        people: z.record(z.string(), z.string()),
        /** The stages that ask, and of which segment. */
        stages: z.array(named.extend({ segment: z.string() })),
      }),
    ),
  })
  .meta({ id: 'SupportLoad' })
export type SupportLoad = z.infer<typeof supportLoadSchema>
export type LoadOfDepartment = SupportLoad['departments'][number]

export const shiftSchema = z.strictObject({
  /** Who has them; null for nobody. */
  from: z.string().nullable(),
  to: z.string(),
  /** How many, the soonest due first. */
  requests: z.number().int().min(1).max(200),
  note: z.string().trim().max(1000).default(''),
})
export type Shift = z.input<typeof shiftSchema>
