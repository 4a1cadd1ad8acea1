import { z } from 'zod'
import { conditionSchema } from '../model/condition.ts'
import { identifierSchema, nameSchema } from '../model/identifier.ts'

const personSchema = z.string().min(1).max(100)

/**
 * How a request is given to somebody of the department: to who has the fewest, to each in turn, or to the first of some
 * named people who can take it. For a named one who is away, who stands in may take it.
 */
export const wayOfGivingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('least-loaded') }),
  z.strictObject({ kind: z.literal('in-turn') }),
  z.strictObject({ kind: z.literal('named'), people: z.array(personSchema).min(1, 'name somebody').max(50) }),
])
export type WayOfGiving = z.infer<typeof wayOfGivingSchema>

/** Which requests, by what is known of their deal, and how they are given. Without a condition: all. */
export const routingRuleSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  when: conditionSchema.optional(),
  give: wayOfGivingSchema,
})
export type RoutingRule = z.infer<typeof routingRuleSchema>

/**
 * What somebody may take and answer: requests of a kind (the id of a support trigger), at a stage, up to an amount in the
 * deal's currency. What is left out does not limit: without a person it is everybody of the department.
 */
export const grantSchema = z.strictObject({
  id: identifierSchema,
  person: personSchema.optional(),
  request: identifierSchema.optional(),
  stage: identifierSchema.optional(),
  upTo: z.number().min(0).optional(),
})
export type Grant = z.infer<typeof grantSchema>

/** How a department gives its requests to its people. The first rule that fits counts. Without any grant, everybody may take all. */
export const routingSchema = z
  .strictObject({
    rules: z.array(routingRuleSchema).max(100).default([]),
    authority: z.array(grantSchema).max(1000).default([]),
  })
  .meta({ id: 'Routing' })
export type Routing = z.infer<typeof routingSchema>

export const noRouting: Routing = { rules: [], authority: [] }
