import { type Fact, type Scalar, thresholdOf, valuesNamed } from '#engine'
import type { QueryGroup, QueryRule } from './condition-query.ts'

/** Gives each rule a value of the shape that its operator asks for: a list, one value, or for “is known” just yes. */
export function fitted(group: QueryGroup, facts: ReadonlyMap<string, Fact>): QueryGroup {
  return {
    ...group,
    rules: group.rules.map((rule) => ('rules' in rule ? fitted(rule, facts) : fittedRule(rule, facts.get(rule.field)))),
  }
}

function fittedRule(rule: QueryRule, fact: Fact | undefined): QueryRule {
  const { operator, value } = rule
  if (operator === 'isKnown' || operator === 'isUnknown') return { ...rule, value: true }
  if (operator === 'in' || operator === 'notIn')
    return Array.isArray(value) ? rule : { ...rule, value: valuesNamed({ fact: rule.field, operator, value }) }
  if (thresholdOf({ fact: rule.field, operator: 'equal', value }) !== undefined)
    return isNumber(fact) ? rule : { ...rule, value: firstValue(fact) }
  const [first] = valuesNamed({ fact: rule.field, operator: 'equal', value })
  const one = first === undefined ? firstValue(fact) : first
  return one === value ? rule : { ...rule, value: one }
}

/** What a fresh rule compares a fact with. */
export function firstValue(fact: Fact | undefined): Scalar {
  switch (fact?.value.kind) {
    case 'flag':
      return true
    case 'number':
    case 'money':
      return fact.origin.kind === 'grade' ? 2 : 0
    case 'choice':
      return fact.value.options[0] ?? ''
    default:
      return ''
  }
}

/** Whether a fact is a number that a threshold can bound. */
export const isNumber = (fact: Fact | undefined): boolean =>
  (fact?.value.kind === 'number' || fact?.value.kind === 'money') && fact.origin.kind !== 'grade'
