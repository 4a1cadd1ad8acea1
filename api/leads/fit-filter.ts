import type { Funnel } from '#engine'
import {
  type Condition,
  fits,
  leadCatalogue,
  type Test,
  tagOf,
  testsIn,
  thresholdOf,
  type ValueType,
  valuesNamed,
} from '#engine'
import { DomainError } from '#engine/deal'
import type { TypeOf } from './condition-sql.ts'

/**
 * The types of the facts that a filter names. Throws FACT_UNKNOWN for one that the funnel does not have, VALUE_MISMATCH for a
 * comparison that makes no sense of it. Owners and stages that are gone may be named: no lead has them.
 */
export function fitFilter(filter: Condition, funnel: Funnel): TypeOf {
  const types = new Map(leadCatalogue(funnel, [], [someOwner]).map(({ name, value }) => [name, open(value)]))
  const typeOf = (fact: string): ValueType | undefined =>
    tagOf(fact) === undefined ? types.get(fact) : { kind: 'flag' }
  for (const test of testsIn(filter)) {
    const type = typeOf(test.fact)
    if (!type)
      throw new DomainError('FACT_UNKNOWN', `The funnel has no ${test.fact}. Choose another fact to filter by.`, {
        fact: test.fact,
      })
    if (!makesSense(test, type))
      throw new DomainError(
        'VALUE_MISMATCH',
        `The filter compares ${test.fact} by “${test.operator}” with a value that does not fit. Choose another value.`,
        { fact: test.fact },
      )
  }
  return (fact) => typeOf(fact) ?? { kind: 'text' }
}

const someOwner = 'somebody'

/** A choice’s options are known to change, and a filter that was kept still says something. */
const open = (type: ValueType): ValueType => (type.kind === 'choice' ? { kind: 'text' } : type)

function makesSense({ fact, operator, value }: Test, type: ValueType): boolean {
  if (operator === 'isKnown' || operator === 'isUnknown') return true
  const isList = operator === 'in' || operator === 'notIn'
  if (Array.isArray(value) !== isList || thresholdOf({ fact, operator, value }) !== undefined) return false
  if (/^(less|greater)/.test(operator) && !['number', 'money', 'date'].includes(type.kind)) return false
  if (isList && type.kind === 'flag') return false
  return valuesNamed({ fact, operator, value }).every((one) => fits(type, one))
}
