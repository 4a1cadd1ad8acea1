import { z } from 'zod'
import { verdicts } from '../facts/catalogue.ts'
import { scalarSchema } from '../model/condition.ts'
import { durationSchema } from '../model/duration.ts'
import { identifierSchema } from '../model/identifier.ts'
import { gradeSchema } from '../model/value-type.ts'

/** A fact as it is learnt in a play. `age`: how long before that moment it was, where it is not learnt on the spot. */
export const playedFactSchema = z.strictObject({
  fact: z.string().min(1).max(200),
  value: scalarSchema,
  grade: gradeSchema.default('said'),
  age: durationSchema.optional(),
})
export type PlayedFact = z.infer<typeof playedFactSchema>

/**
 * What happens in a play, named by what is drawn and not by what a deal makes of it: so that the same play goes on another
 * drawing. Tasks are named by their action, requests by their support trigger, objections by their type; an objection is
 * raised at the stage that is named, or at the first open one.
 */
export const playStepSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('learn'), facts: z.array(playedFactSchema).min(1) }),
    z.strictObject({ kind: z.literal('withdraw'), fact: z.string().min(1).max(200) }),
    z.strictObject({ kind: z.literal('do'), action: identifierSchema }),
    z.strictObject({
      kind: z.literal('answer'),
      trigger: identifierSchema,
      verdict: z.enum(verdicts),
      facts: z.array(playedFactSchema).default([]),
    }),
    z.strictObject({ kind: z.literal('object'), type: identifierSchema, stage: identifierSchema.optional() }),
    z.strictObject({ kind: z.literal('settle'), type: identifierSchema }),
    z.strictObject({ kind: z.literal('choose-style'), style: identifierSchema }),
    z.strictObject({ kind: z.literal('skip'), stage: identifierSchema }),
    z.strictObject({ kind: z.literal('wait'), for: durationSchema }),
  ])
  .meta({ id: 'PlayStep' })
export type PlayStep = z.infer<typeof playStepSchema>
