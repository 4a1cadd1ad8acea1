import { z } from 'zod'
import { placeSchema } from '#engine'
import { roleSchema } from '../people/contract.ts'

const named = z.object({ id: z.string(), name: z.string() })

/** The best few of a kind. `count` is how many there are; at `mostCounted` it stops counting, and there may be more. */
const foundOf = <Hit extends z.ZodType>(hit: Hit) => z.object({ items: z.array(hit), count: z.number() })

export const mostCounted = 1000

const modelOwnerSchema = named.extend({ kind: z.enum(['segment', 'mass-segment', 'base-model']) })

/** What was found, by kind. A kind that somebody does not work with is empty. */
export const searchSchema = z
  .object({
    deals: foundOf(
      named.extend({
        account: z.string().nullable(),
        owner: z.string().nullable(),
        status: z.enum(['open', 'closed']),
      }),
    ),
    accounts: foundOf(named),
    /** The customer's people who hold a buying role in a deal now. */
    people: foundOf(named.extend({ title: z.string(), role: z.string(), deal: named })),
    requests: foundOf(named.extend({ deal: named, status: z.enum(['open', 'answered', 'declined', 'cancelled']) })),
    leads: foundOf(named.extend({ account: z.string().nullable(), contact: z.string().nullable(), segment: named })),
    users: foundOf(named.extend({ role: roleSchema })),
    models: foundOf(modelOwnerSchema),
    /** What is drawn in the newest version of a model. */
    drawn: foundOf(z.object({ name: z.string(), place: placeSchema, model: modelOwnerSchema })),
  })
  .meta({ id: 'Search' })
export type Search = z.infer<typeof searchSchema>

export const searchQuery = { q: z.string().trim().min(1, 'write what to look for').max(100) }
