import { expect, test } from 'vitest'
import { catalogueOf, processModelSchema } from '#engine'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { likelyObjections, likelyReading, likelyTasks, readable, valueAs } from './reading.ts'

const model = processModelSchema.parse(smallPurchase)
const facts = catalogueOf(model).filter(readable)

test('what was noted under the name of a fact of the model is read as that fact, with its value as it takes it', async () => {
  const { state } = await aDeal({ formatVersion: 1, name: 'None' })
  const noted = (fact: string, value: string) => ({
    ...{ fact: `noted.${fact}`, value, grade: 'said' as const, at: state.openedAt, by: 'rep', seq: 2 },
  })
  const observations = { a: noted('budget ', '90,000'), b: noted('Colour', 'red') }
  expect(likelyReading({ ...state, observations }, facts)).toEqual([
    { noted: 'noted.budget ', fact: 'element.budget', value: 90_000 },
    { noted: 'noted.Colour' },
  ])
})

test('what is owed and objected already is read as what the model calls alike, by the words of the screen', async () => {
  const { state } = await aDeal({ formatVersion: 1, name: 'None' })
  const task = (name: string, status: 'open' | 'done' = 'open') => ({
    ...{ name, status, assignee: 'rep', brings: [], openedAt: state.openedAt, seq: 2 },
  })
  const tasks = { a: task(' meet the approver'), b: task('Send samples'), c: task('Visit the handler', 'done') }
  expect(likelyTasks({ ...state, tasks }, model)).toEqual({ a: 'meet-approver' })
  const objection = (type: string) => ({
    ...{ type, statement: 'No', status: 'raised' as const, blocks: false, raisedBy: 'rep', raisedAt: state.openedAt },
    seq: 2,
  })
  const objections = { a: objection('price'), b: objection('rival'), c: objection('trust') }
  const nameOf = (kind: string) => (kind === 'trust' ? 'Too expensive' : kind)
  expect(likelyObjections({ ...state, objections }, model, nameOf)).toEqual({
    a: { type: 'price' },
    c: { type: 'price' },
  })
})

test.each([
  ['choice', { kind: 'choice' as const, options: ['first', 'second'] }, ' First', 'first'],
  ['choice', { kind: 'choice' as const, options: ['first', 'second'] }, 'third', undefined],
  ['date', { kind: 'date' as const }, '2026-03-31', '2026-03-31'],
  ['date', { kind: 'date' as const }, 'in spring', undefined],
  ['number', { kind: 'number' as const }, 'many', undefined],
  ['flag', { kind: 'flag' as const }, 'yes', undefined],
  ['text', { kind: 'text' as const }, 12, '12'],
])('as a %s the noted value %j %j is %j', (_, value, was, is) => {
  expect(valueAs(was, { value })).toBe(is)
})
