import { z } from 'zod'
import { type Fact, factName } from '../facts/fact.ts'
import { type Condition, type Operator, type Scalar, type Test, testsIn, thresholdOf } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { ValueType } from '../model/value-type.ts'
import { unreachable } from '../unreachable.ts'
import { conditionsOf, type PlacedCondition } from './conditions-of.ts'
import { factsOf } from './facts-of.ts'
import { oncePer } from './once-per.ts'

/** How a comparison can go against the type of its fact. */
type Fault = 'presence' | 'list' | 'unordered' | 'option' | 'date' | 'value'

/** A comparison that goes against the type of its fact, where it is drawn. `value` is what does not fit. */
type Misfit = { at: PlacedCondition; fact: Fact; fault: Fault; value: string }

const dateSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })])
const orderings: Operator[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']

/** Every comparison of a model with the given fault. Comparisons over unknown facts have none. */
export const misfitsIn = (model: ProcessModel, fault: Fault): Misfit[] =>
  allMisfits(model).filter((misfit) => misfit.fault === fault)

const allMisfits = oncePer((model: ProcessModel): Misfit[] => {
  const facts = factsOf(model)
  return conditionsOf(model).flatMap((at) =>
    testsIn(at.condition).flatMap((test) => {
      const fact = facts.get(test.fact)
      const found = fact && faultOf(test, fact.value)
      return found ? [{ at, fact, fault: found.fault, value: String(found.value) }] : []
    }),
  )
})

/** Whether a condition asks for facts and thresholds that there are, each as its type allows. */
export function isWellTyped(model: ProcessModel, condition: Condition): boolean {
  const facts = factsOf(model)
  return testsIn(condition).every((test) => {
    const fact = facts.get(test.fact)
    return fact && !faultOf(test, fact.value) && hasValues(model, test)
  })
}

function faultOf(test: Test, type: ValueType): { fault: Fault; value: Scalar | readonly Scalar[] } | undefined {
  const { operator } = test
  const threshold = thresholdOf(test)
  const value = threshold ?? (test.value as Scalar | Scalar[])
  if (operator === 'isKnown' || operator === 'isUnknown')
    return value === true ? undefined : { fault: 'presence', value }
  if ((operator === 'in' || operator === 'notIn') !== Array.isArray(value)) return { fault: 'list', value }
  if (orderings.includes(operator) && ['flag', 'text', 'choice'].includes(type.kind))
    return { fault: 'unordered', value }
  const isNumber = type.kind === 'number' || type.kind === 'money'
  if (threshold) return isNumber ? undefined : { fault: 'value', value: threshold }
  return [value].flat().flatMap((member) => {
    const fault = faultOfValue(member, type)
    return fault ? [{ fault, value: member }] : []
  })[0]
}

function faultOfValue(value: Scalar, type: ValueType): Fault | undefined {
  switch (type.kind) {
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'value'
    case 'number':
    case 'money':
      return typeof value === 'number' ? undefined : 'value'
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? undefined : 'value'
    case 'date':
      return dateSchema.safeParse(value).success ? undefined : 'date'
    case 'choice':
      return type.options.some((option) => option === value) ? undefined : 'option'
    default:
      return unreachable(type)
  }
}

/** Whether what a comparison is with has a value at some time. */
function hasValues({ thresholds }: ProcessModel, test: Test): boolean {
  const name = thresholdOf(test)
  return name === undefined || thresholds.some(({ id, values }) => factName.threshold(id) === name && values.length > 0)
}
