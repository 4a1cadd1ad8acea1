import { z } from 'zod'
import { durationSchema } from './duration.ts'
import { identifierSchema, nameSchema } from './identifier.ts'
import { supportTriggerSchema } from './support.ts'

export const strategies = ['answer', 'exclude', 'optimise', 'cross', 'smash'] as const
export const strategySchema = z.enum(strategies)
export type Strategy = z.infer<typeof strategySchema>

export const outcomes = ['answered', 'excluded', 'optimised', 'crossed', 'smashed'] as const
export const objectionOutcomeSchema = z.enum(outcomes)
export type ObjectionOutcome = z.infer<typeof objectionOutcomeSchema>

/** What each strategy comes to. Crossed: not resolved, but passed over; the stage goes on, and it stays flagged. */
export const outcomeOf: Record<Strategy, ObjectionOutcome> = {
  answer: 'answered',
  exclude: 'excluded',
  optimise: 'optimised',
  cross: 'crossed',
  smash: 'smashed',
}

/** What objections are about in general, by which those of deals without a model are told apart. */
export const objectionKinds = ['price', 'need', 'product', 'rival', 'trust', 'timing', 'other'] as const

/** A kind of objection and its playbook. `blocks`: while it is open, the stage it was raised at does not complete. */
export const objectionTypeSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  blocks: z.boolean().default(false),
  strategy: strategySchema.default('answer'),
  playbook: z.array(nameSchema).default([]),
  due: durationSchema.optional(),
  support: z.array(supportTriggerSchema).default([]),
})
export type ObjectionType = z.infer<typeof objectionTypeSchema>
