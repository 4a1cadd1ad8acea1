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
  z.strictObject({ kind: z.literal('in-turn') }),
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

/**
 * What a sign-off does where a rule alone does not say it.
 * `emptyLayer`: nobody is there to sign, since no role is drawn, or everybody who held one has left.
 * `samePerson`: one person alone holds several roles; each is signed, or a signature of one counts for all.
 * `requester`: who alone holds a role is the one who asked for the purchase; the role counts, or is left out, or the layer
 * above signs for it.
 * `absent`: all who hold a role are away; it waits, or the delegate's own signature counts for it, or it is passed over.
 */
export const chainPoliciesSchema = z.strictObject({
  emptyLayer: z.enum(['blocks', 'passes']).default('blocks'),
  samePerson: z.enum(['signs-each', 'signs-once']).default('signs-each'),
  requester: z.enum(['counts', 'does-not-count', 'layer-above']).default('counts'),
  absent: z.enum(['waits', 'delegate-signs', 'passes']).default('waits'),
})
export type ChainPolicies = z.infer<typeof chainPoliciesSchema>

/** What holds where a model states no policies. */
export const usualPolicies: ChainPolicies = chainPoliciesSchema.parse({})

/** Layers run from the handler up to the final decider. */
export const decisionChainSchema = z.strictObject({
  layers: z.array(layerSchema).default([]),
  specialists: z.array(specialistSchema).default([]),
  roles: z.array(buyingRoleSchema).default([]),
  styles: z.array(styleSchema).default([]),
  policies: chainPoliciesSchema.optional(),
})
export type DecisionChain = z.infer<typeof decisionChainSchema>
