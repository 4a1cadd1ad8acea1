import { z } from 'zod'
import { routingSchema, valueTypeSchema } from '#engine'

const named = z.object({ id: z.string(), name: z.string() })
export type Named = z.infer<typeof named>

/** How a department gives its requests to its people, and all that its rules and its matrix can name. */
export const departmentRoutingSchema = z
  .object({
    department: named,
    /** Counts the changes; a change names the one that it was made on. */
    revision: z.number(),
    routing: routingSchema,
    /** A lead is told when the department's requests stay overdue. */
    members: z.array(named.extend({ lead: z.boolean() })),
    /** What a rule can ask about: the facts of all published models, and where a deal stands. */
    facts: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        value: valueTypeSchema,
        of: z.enum(['attribute', 'element', 'commitment', 'deal']),
      }),
    ),
    /** What ids of segments, people, requests and stages are called. */
    names: z.record(z.string(), z.string()),
    /** The kinds of request that models make to this department, and the stages that make them. */
    requests: z.array(named),
    stages: z.array(named),
  })
  .meta({ id: 'DepartmentRouting' })
export type DepartmentRouting = z.infer<typeof departmentRoutingSchema>

const isOncePerId = (items: { id: string }[]) => new Set(items.map(({ id }) => id)).size === items.length

export const changedRoutingSchema = z
  .strictObject({ revision: z.number().int(), routing: routingSchema, leads: z.array(z.string()).max(100) })
  .refine(({ routing }) => isOncePerId(routing.rules) && isOncePerId(routing.authority), {
    error: 'each rule and each line of the matrix has an id of its own',
    path: ['routing'],
  })
export type ChangedRouting = z.input<typeof changedRoutingSchema>

/** Who can move resources for each segment, and who could be chosen. */
export const processOwnersSchema = z
  .object({
    segments: z.array(z.object({ segment: named, processOwner: named.nullable() })),
    candidates: z.array(named),
  })
  .meta({ id: 'ProcessOwners' })
export type ProcessOwners = z.infer<typeof processOwnersSchema>
