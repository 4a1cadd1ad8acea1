import { z } from 'zod'
import { scalarSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { identifierSchema, nameSchema } from './identifier.ts'
import { verdicts } from './support.ts'
import { gradeSchema } from './value-type.ts'

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

/** How a played deal stands: the status of each stage, and what is owed and asked for, by the ids of what is drawn. */
const standingSchema = z.strictObject({
  stages: z.record(identifierSchema, z.enum(['waiting', 'open', 'completed', 'skipped'])),
  actions: z.array(identifierSchema),
  support: z.array(identifierSchema),
})
export type PlayedStanding = z.infer<typeof standingSchema>

/**
 * A play that is kept with the drawing, and how the deal has to stand at its end. `start`: the instant at which the deal is
 * opened, so that thresholds and calendars give the same each time.
 */
export const scenarioSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  start: z.iso.datetime(),
  steps: z.array(playStepSchema).max(500),
  expects: standingSchema,
})
export type Scenario = z.infer<typeof scenarioSchema>
