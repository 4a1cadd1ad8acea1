import { z } from 'zod'
import { decisionChainSchema } from './decision-chain.ts'
import { identifierSchema, nameSchema } from './identifier.ts'
import { noteSchema, positionSchema, routeSchema } from './note.ts'
import { objectionTypeSchema } from './objection-type.ts'
import { scenarioSchema } from './scenario.ts'
import { stageSchema, transitionSchema } from './stage.ts'
import { departmentSchema } from './support.ts'
import { thresholdSchema } from './threshold.ts'
import { valueTypeSchema } from './value-type.ts'

export const modelFormatVersion = 1

/** What is known of a deal beside its elements: amount, region, product line. Anybody on the deal can bring it. */
export const attributeSchema = z.strictObject({ id: identifierSchema, name: nameSchema, value: valueTypeSchema })
export type Attribute = z.infer<typeof attributeSchema>

/**
 * How a segment buys, as drawn. Scenarios, notes, and what is about the canvas are no part of the plan: `layout`, which is where
 * the stages stand, and `routes`, the ways that lines take between them where a hand leads them, by their transitions.
 */
export const processModelSchema = z
  .strictObject({
    formatVersion: z.literal(modelFormatVersion),
    name: nameSchema,
    description: z.string().max(4000).default(''),
    currency: z.string().length(3).default('USD'),
    attributes: z.array(attributeSchema).default([]),
    thresholds: z.array(thresholdSchema).default([]),
    stages: z.array(stageSchema).default([]),
    transitions: z.array(transitionSchema).default([]),
    chain: decisionChainSchema.prefault({}),
    departments: z.array(departmentSchema).default([]),
    objectionTypes: z.array(objectionTypeSchema).default([]),
    scenarios: z.array(scenarioSchema).default([]),
    notes: z.array(noteSchema).default([]),
    layout: z.record(z.string(), positionSchema).default({}),
    routes: z.record(z.string(), routeSchema).optional(),
  })
  .meta({ id: 'ProcessModel' })
export type ProcessModel = z.infer<typeof processModelSchema>

/** A model as written by hand: what has a default may be left out. */
export type ProcessModelDraft = z.input<typeof processModelSchema>

/** A segment's first drawing. */
export function emptyModel(name: string): ProcessModel {
  return processModelSchema.parse({ formatVersion: modelFormatVersion, name })
}
