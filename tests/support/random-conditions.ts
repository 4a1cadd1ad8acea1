import fc from 'fast-check'
import type { Condition, Scalar, Test, ValueType } from '#engine'

/** Facts that random conditions ask about: flags, numbers and choices in turn. */
export const randomFacts: [name: string, type: ValueType][] = Array.from({ length: 14 }, (_, n) => [
  `f${n}`,
  n % 3 === 0
    ? { kind: 'flag' }
    : n % 3 === 1
      ? { kind: 'number' }
      : { kind: 'choice', options: ['red', 'green', 'blue'] },
])

const thresholds = fc.constantFrom(1, 2, 3)
const colour = fc.constantFrom('red', 'green', 'blue')

function testOf([fact, type]: [string, ValueType]): fc.Arbitrary<Test> {
  const presence = fc.record<Test>({
    fact: fc.constant(fact),
    operator: fc.constantFrom('isKnown', 'isUnknown'),
    value: fc.constant(true),
  })
  const equality = fc.constantFrom('equal' as const, 'notEqual' as const)
  switch (type.kind) {
    case 'flag':
      return fc.oneof(presence, fc.record<Test>({ fact: fc.constant(fact), operator: equality, value: fc.boolean() }))
    case 'number':
      return fc.record<Test>({
        fact: fc.constant(fact),
        operator: fc.constantFrom(
          'lessThan',
          'lessThanInclusive',
          'greaterThan',
          'greaterThanInclusive',
          'equal',
          'notEqual',
        ),
        value: thresholds,
      })
    default:
      return fc.oneof(
        fc.record<Test>({ fact: fc.constant(fact), operator: equality, value: colour }),
        fc.record<Test>({
          fact: fc.constant(fact),
          operator: fc.constantFrom('in', 'notIn'),
          value: fc.uniqueArray(colour, { minLength: 1 }),
        }),
      )
  }
}

/** Any condition over the first `count` facts. */
export function anyCondition(count: number): fc.Arbitrary<Condition> {
  const test = fc.constantFrom(...randomFacts.slice(0, count)).chain(testOf)
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      test,
      fc.record({ all: fc.array(tie('condition'), { maxLength: 4 }) }),
      fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  })).condition
}

const someValue = (type: ValueType): fc.Arbitrary<Scalar> =>
  type.kind === 'flag' ? fc.boolean() : type.kind === 'number' ? fc.constantFrom(0, 1, 2, 3, 4) : colour

/** What is known of the first `count` facts; about half of them are unknown. */
export const anyFacts = (count: number): fc.Arbitrary<Record<string, Scalar>> =>
  fc
    .tuple(...randomFacts.slice(0, count).map(([, type]) => fc.option(someValue(type), { nil: undefined })))
    .map((values) => Object.fromEntries(values.flatMap((value, n) => (value === undefined ? [] : [[`f${n}`, value]]))))
