import type { Condition, Operator, Test } from '../model/condition.ts'

const complement: Record<Operator, Operator> = {
  equal: 'notEqual',
  notEqual: 'equal',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  in: 'notIn',
  notIn: 'in',
  isKnown: 'isUnknown',
  isUnknown: 'isKnown',
}

/** Holds always: json-rules-engine takes an empty `all` as met. */
export const always: Condition = { all: [] }
/** Holds never. json-rules-engine takes an empty `any` as met, which is not what it says. */
export const never: Condition = {
  all: [
    { fact: 'never', operator: 'isKnown', value: true },
    { fact: 'never', operator: 'isUnknown', value: true },
  ],
}

/**
 * Pushes negations down to the comparisons. Each comparison has a complement that is false, too, while its fact is
 * unknown; so a negation over the unknown stays unknown instead of becoming true.
 */
export function lowerCondition(condition: Condition, negated = false): Condition {
  if ('not' in condition) return lowerCondition(condition.not, !negated)
  if ('all' in condition) return group(negated ? 'any' : 'all', condition.all, negated)
  if ('any' in condition) return group(negated ? 'all' : 'any', condition.any, negated)
  return negated ? { ...condition, operator: complement[condition.operator] } : condition
}

function group(kind: 'all' | 'any', members: Condition[], negated: boolean): Condition {
  const lowered = members.map((member) => lowerCondition(member, negated))
  if (kind === 'all') return { all: lowered }
  return lowered.length === 0 ? never : { any: lowered }
}

export const negate = (condition: Condition): Condition => lowerCondition(condition, true)

/**
 * Whether a comparison, once it holds, goes on holding until an observation is withdrawn or replaced. Absence of a fact,
 * objections and "not older than" do not last.
 */
export function isLasting(test: Test): boolean {
  if (test.operator === 'isUnknown') return false
  if (test.fact.startsWith('objections.')) return false
  if (test.fact.startsWith('days-since.')) return test.operator.startsWith('greaterThan') || test.operator === 'isKnown'
  return true
}

/** A lowered condition with what does not last taken as granted: what a completed stage still rests on. */
export function lastingPart(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(lastingPart) }
  if ('any' in condition) return { any: condition.any.map(lastingPart) }
  if ('not' in condition) throw new Error('lower the condition first')
  return isLasting(condition) ? condition : always
}
