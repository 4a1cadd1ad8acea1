import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { identifierSchema, nameSchema } from './identifier.ts'
import { supportTriggerSchema } from './support.ts'
import { gradeSchema, valueTypeSchema } from './value-type.ts'

/** What the customer discloses or decides. Named for what the customer did. */
export const elementSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  value: valueTypeSchema,
  required: z.boolean().default(true),
  /** The weakest evidence that counts for this stage. */
  grade: gradeSchema.default('said'),
  /** Buying roles that can disclose it. */
  from: z.array(identifierSchema).default([]),
})
export type Element = z.infer<typeof elementSchema>

/**
 * What a buying role promises. Without a role it is drawn but cannot be given: the checks say so. With `validity` it lapses
 * that long after it was given, and counts again once it is repeated.
 */
export const commitmentSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  role: identifierSchema.optional(),
  required: z.boolean().default(true),
  grade: gradeSchema.default('said'),
  validity: durationSchema.optional(),
})
export type Commitment = z.infer<typeof commitmentSchema>

/**
 * What the model asks a seller to do, for the effect it is to bring: ids of elements and commitments. It falls due that
 * long after its stage opened, or, with `dueFrom`, after this element or commitment was obtained.
 */
export const actionSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  brings: z.array(identifierSchema).default([]),
  required: z.boolean().default(true),
  due: durationSchema.optional(),
  dueFrom: identifierSchema.optional(),
})
export type Action = z.infer<typeof actionSchema>

/** A key node of the customer's purchase. */
export const stageSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  description: z.string().max(2000).default(''),
  elements: z.array(elementSchema).default([]),
  commitments: z.array(commitmentSchema).default([]),
  actions: z.array(actionSchema).default([]),
  support: z.array(supportTriggerSchema).default([]),
  entry: conditionSchema.optional(),
  exit: conditionSchema.optional(),
  /** Whether one or every incoming transition has to be taken before it opens. */
  join: z.enum(['any', 'all']).default('any'),
  /** Completing it is the end of the purchase, with this outcome. */
  end: z.enum(['won', 'lost']).optional(),
})
export type Stage = z.infer<typeof stageSchema>

export const transitionSchema = z.strictObject({
  id: identifierSchema,
  from: identifierSchema,
  to: identifierSchema,
  condition: conditionSchema.optional(),
})
export type Transition = z.infer<typeof transitionSchema>
