import { z } from 'zod'

/** Operators of json-rules-engine that Keynode uses, and two of its own that ask whether a fact is known at all. */
export const operators = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'isKnown',
  'isUnknown',
] as const
export type Operator = (typeof operators)[number]

export const scalarSchema = z.union([z.string(), z.number(), z.boolean()])
export type Scalar = z.infer<typeof scalarSchema>

/** A threshold of the model, by its name as a fact: what is compared with the value that is in force of it. */
const thresholdValueSchema = z.strictObject({ fact: z.string().regex(/^threshold\./) })

/** One comparison. Fact names are flat: json-rules-engine's path language differs between its Node and browser builds. */
export const testSchema = z.strictObject({
  fact: z.string().min(1),
  operator: z.enum(operators),
  value: z.union([scalarSchema, z.array(scalarSchema), thresholdValueSchema]),
})
export type Test = z.infer<typeof testSchema>

/** A condition in json-rules-engine's own JSON, less priorities, paths and shared conditions. */
export type Condition = Test | { all: Condition[] } | { any: Condition[] } | { not: Condition }

export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      testSchema,
      z.strictObject({ all: z.array(conditionSchema) }),
      z.strictObject({ any: z.array(conditionSchema) }),
      z.strictObject({ not: conditionSchema }),
    ]),
  )
  .meta({ id: 'Condition' })

export const isTest = (condition: Condition): condition is Test => 'fact' in condition

/** The threshold that a comparison is with, by its name as a fact; undefined where it is with values. */
export const thresholdOf = ({ value }: Test): string | undefined =>
  typeof value === 'object' && !Array.isArray(value) ? value.fact : undefined

/** The values that a comparison names itself. */
export const valuesNamed = ({ value }: Test): Scalar[] =>
  Array.isArray(value) ? value : typeof value === 'object' ? [] : [value]

/** A condition with each of its comparisons put otherwise. */
export function withTests(condition: Condition, put: (test: Test) => Condition): Condition {
  if ('all' in condition) return { all: condition.all.map((member) => withTests(member, put)) }
  if ('any' in condition) return { any: condition.any.map((member) => withTests(member, put)) }
  if ('not' in condition) return { not: withTests(condition.not, put) }
  return put(condition)
}

/** Every comparison in a condition, in the order it is written. */
export function testsIn(condition: Condition): Test[] {
  if ('all' in condition) return condition.all.flatMap(testsIn)
  if ('any' in condition) return condition.any.flatMap(testsIn)
  if ('not' in condition) return testsIn(condition.not)
  return [condition]
}
