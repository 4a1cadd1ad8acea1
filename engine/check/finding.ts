import { z } from 'zod'
import type { ProcessModel } from '../model/process-model.ts'
import type { NamesIn, RuleName, sentences } from './sentences.ts'

/**
 * A place of the drawing. `stage` is there where the thing belongs to one, `part` where it is about one of a stage's two
 * conditions.
 */
export const placeSchema = z.strictObject({
  kind: z.enum([
    'model',
    'stage',
    'transition',
    'element',
    'commitment',
    'action',
    'support',
    'layer',
    'specialist',
    'role',
    'style',
    'department',
    'attribute',
    'threshold',
    'objection-type',
    'scenario',
    'note',
  ]),
  id: z.string(),
  stage: z.string().optional(),
  part: z.enum(['entry', 'exit']).optional(),
})
export type Place = z.infer<typeof placeSchema>

const severitySchema = z.enum(['error', 'warning'])
type Severity = z.infer<typeof severitySchema>

/**
 * Something wrong with a drawing. `rule` is the check's name, `values` what its sentence names, for screens that say it
 * in another language. An error keeps the model from being published.
 */
export const findingSchema = z
  .strictObject({
    rule: z.string(),
    severity: severitySchema,
    place: placeSchema,
    message: z.string(),
    values: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof findingSchema>

/** What a rule finds: where, and all that the rule's sentence names. */
type Complaint<Name extends RuleName> = {
  place: Place
  values: Record<NamesIn<(typeof sentences)[Name]>, string>
}

/** One check, one file. Pure: a model in, what it finds out. */
export type Check<Name extends RuleName> = (model: ProcessModel) => Complaint<Name>[]

/** A check with how much it weighs. */
export type Rule = { [Name in RuleName]: { name: Name; severity: Severity; check: Check<Name> } }[RuleName]
