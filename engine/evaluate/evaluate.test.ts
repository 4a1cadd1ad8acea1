import { expect, it } from 'vitest'
import type { Condition } from '../model/condition.ts'
import { evaluate } from './evaluate.ts'

const large: Condition = { fact: 'attribute.amount', operator: 'greaterThan', value: 100 }
const named: Condition = { fact: 'attribute.name', operator: 'isKnown', value: true }

it('rules that say the same hold together', async () => {
  expect([...(await evaluate({ a: large, b: named, c: large }, { 'attribute.amount': 200 }))]).toEqual(['a', 'c'])
})

it('a rule that was asked before is judged by the facts of now', async () => {
  const rules = { large, named }
  const asked = []
  for (const amount of [200, 50, undefined, 200])
    asked.push([...(await evaluate(rules, amount === undefined ? {} : { 'attribute.amount': amount }))])
  expect(asked).toEqual([['large'], [], [], ['large']])
})

it('the text of a number is not the number, and an empty text is not an unknown', async () => {
  const rules = { number: { fact: 'f', operator: 'equal', value: 1 } as Condition, known: { ...named, fact: 'f' } }
  const held = async (facts: Record<string, string | number>) => [...(await evaluate(rules, facts))]
  expect([await held({ f: 1 }), await held({ f: '1' }), await held({ f: '' }), await held({})]).toEqual([
    ['number', 'known'],
    ['known'],
    ['known'],
    [],
  ])
})

it('deals that are judged at nearly the same moment do not end each other’s judging', async () => {
  const rules = { large }
  const soon = async (amount: number) => {
    for (let turn = 0; turn < amount - 200; turn++) await undefined
    return evaluate(rules, { 'attribute.amount': amount })
  }
  const held = await Promise.all(Array.from({ length: 60 }, (_, n) => soon(200 + n)))
  expect(held.filter(({ size }) => size === 1)).toHaveLength(60)
})
