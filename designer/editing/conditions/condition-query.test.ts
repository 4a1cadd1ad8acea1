import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, Fact } from '#engine'
import { anyCondition } from '../../../tests/support/random-conditions.ts'
import { toCondition, toQuery } from './condition-query.ts'
import { fitted } from './fit-value.ts'

const isRed: Condition = { fact: 'element.colour', operator: 'equal', value: 'red' }
const isBig: Condition = { fact: 'attribute.amount', operator: 'greaterThan', value: 5 }

describe('a condition in the builder', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(anyCondition(14), (condition) => {
        expect(toCondition(toQuery(condition))).toEqual(condition)
      }),
      { numRuns: 2000 },
    )
  })

  it('that compares with a threshold comes out as it went in, and fits a number alone', () => {
    const isAbove: Condition = { fact: 'attribute.amount', operator: 'greaterThan', value: { fact: 'threshold.limit' } }
    const both: Condition = { all: [isAbove, { not: isAbove }] }
    expect(toCondition(toQuery(both))).toEqual(both)
    const amount: Fact = {
      name: 'attribute.amount',
      label: 'Amount',
      value: { kind: 'money' },
      origin: { kind: 'attribute', id: 'amount' },
    }
    const asFitted = (fact: Fact) => toCondition(fitted(toQuery(isAbove), new Map([[fact.name, fact]])))
    expect(asFitted(amount)).toEqual(isAbove)
    expect(asFitted({ ...amount, value: { kind: 'flag' } })).toEqual({ ...isAbove, value: true })
  })

  it('that is a single comparison becomes a list once a second one is added', () => {
    const query = toQuery(isRed)
    const [other] = toQuery(isBig).rules
    expect(toCondition({ ...query, rules: [...query.rules, ...(other ? [other] : [])] })).toEqual({
      all: [isRed, isBig],
    })
  })

  it('reads “none of these” as not any of them', () => {
    expect(toCondition({ ...toQuery({ all: [isRed, isBig] }), combinator: 'none' })).toEqual({
      not: { any: [isRed, isBig] },
    })
  })
})

describe('a value in the builder', () => {
  const facts = new Map<string, Fact>([
    [
      'element.colour',
      {
        name: 'element.colour',
        label: 'Colour',
        value: { kind: 'choice', options: ['red', 'green'] },
        origin: { kind: 'element', id: 'colour', stage: 'need' },
      },
    ],
  ])
  const asked = (operator: string, value: string | string[] | boolean) =>
    fitted({ combinator: 'all', rules: [{ field: 'element.colour', operator, value }] }, facts).rules[0]

  it('becomes a list where one of several is asked for, and one value where it is not', () => {
    expect(asked('in', 'red')).toMatchObject({ value: ['red'] })
    expect(asked('equal', ['green', 'red'])).toMatchObject({ value: 'green' })
    expect(asked('equal', [])).toMatchObject({ value: 'red' })
  })

  it('is nothing but yes where one asks whether something is known', () => {
    expect(asked('isKnown', 'red')).toMatchObject({ value: true })
  })

  it('that fits stays as it is', () => {
    expect(asked('notIn', ['red', 'green'])).toMatchObject({ value: ['red', 'green'] })
  })
})
