import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { identifierSchema, nameSchema } from './identifier.ts'

/** Who takes part in a purchase. The kinds follow the buying-centre literature (Webster and Wind, 1972) and MEDDPICC. */
export const buyingRoleKinds = [
  'handler',
  'user-buyer',
  'technical-buyer',
  'economic-buyer',
  'champion',
  'gatekeeper',
  'decider',
] as const

/** A role sits in a layer, or in a specialist department, or beside the chain (a champion, an introducer). */
export const buyingRoleSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  kind: z.enum(buyingRoleKinds),
  layer: identifierSchema.optional(),
  specialist: identifierSchema.optional(),
})
export type BuyingRole = z.infer<typeof buyingRoleSchema>

/** How a layer signs. In turn is all of its roles, one after the other in the order in which they are drawn. */
export const signOffRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({ kind: z.literal('at-least'), count: z.number().int().positive() }),
])
export type SignOffRule = z.infer<typeof signOffRuleSchema>

/** One level of sign-off. With `when`, it is needed only where that holds (an amount's threshold, say). */
export const layerSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  rule: signOffRuleSchema.default({ kind: 'all' }),
  when: conditionSchema.optional(),
  /** How long it usually takes from its turn on, or from when the element or commitment of `usuallyFrom` was obtained. */
  usually: durationSchema.optional(),
  usuallyFrom: identifierSchema.optional(),
})
export type Layer = z.infer<typeof layerSchema>

/** A department of the customer's that signs beside a layer: legal, finance, procurement, the tender office. */
export const specialistSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  layer: identifierSchema,
  when: conditionSchema.optional(),
  /** How long it usually takes, as of a layer; shown, not enforced. */
  usually: durationSchema.optional(),
  usuallyFrom: identifierSchema.optional(),
})
export type Specialist = z.infer<typeof specialistSchema>

/**
 * How a deal's path through the chain differs: the commitments of `leader` cover every layer beneath its own. Where
 * `suggestedWhen` holds, the style is suggested; a person chooses it.
 */
export const styleSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  description: z.string().max(2000).default(''),
  leader: identifierSchema.optional(),
  suggestedWhen: conditionSchema.optional(),
})
export type Style = z.infer<typeof styleSchema>

/** Layers run from the handler up to the final decider. */
export const decisionChainSchema = z.strictObject({
  layers: z.array(layerSchema).default([]),
  specialists: z.array(specialistSchema).default([]),
  roles: z.array(buyingRoleSchema).default([]),
  styles: z.array(styleSchema).default([]),
})
export type DecisionChain = z.infer<typeof decisionChainSchema>
