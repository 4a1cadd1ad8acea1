import type { Scalar, Test } from '../model/condition.ts'

/**
 * Whether one comparison holds for a value; undefined is the unknown. It says what json-rules-engine's operators say,
 * which a differential test holds it to: the library judges, this looks for the values that it would accept.
 */
export function holdsFor(test: Test, value: Scalar | undefined): boolean {
  if (test.operator === 'isUnknown') return value === undefined
  if (value === undefined) return false
  switch (test.operator) {
    case 'isKnown':
      return true
    case 'equal':
      return value === test.value
    case 'notEqual':
      return value !== test.value
    case 'in':
      return Array.isArray(test.value) && test.value.includes(value)
    case 'notIn':
      return Array.isArray(test.value) && !test.value.includes(value)
    default:
      return isOrdered(value) && typeof test.value !== 'object' && compare(test.operator, value, test.value)
  }
}

/** The library orders whatever begins like a number, and so ISO dates as text. */
const isOrdered = (value: Scalar): boolean => !Number.isNaN(Number.parseFloat(String(value)))

function compare(operator: Test['operator'], a: Scalar, b: Scalar): boolean {
  switch (operator) {
    case 'lessThan':
      return a < b
    case 'lessThanInclusive':
      return a <= b
    case 'greaterThan':
      return a > b
    default:
      return a >= b
  }
}
