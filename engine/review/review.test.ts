import { expect, it } from 'vitest'
import { processModelSchema } from '#engine'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { askedFacts } from './asked-facts.ts'
import { changedSince } from './changed-since.ts'

const model = processModelSchema.parse(smallPurchase)
const later = '2026-03-09T09:00:00.000Z'

it('what a deal is asked is its attributes and what its open stages ask, each with what is known and since when', async () => {
  const deal = await aDeal(smallPurchase)
  const asked = () =>
    askedFacts(deal.plan, model, deal.state, later).map(({ fact, stage, known }) => [fact, stage?.name, known])
  expect(asked()).toEqual([
    ['attribute.amount', undefined, undefined],
    ['element.inquiry', 'Need stated', undefined],
  ])
  await deal.learns({ 'element.inquiry': true, 'attribute.amount': 9 })
  const known = { value: 9, grade: 'said', since: '2026-03-02T09:00:00.000Z' }
  expect(asked()).toEqual([
    ['attribute.amount', undefined, known],
    ['element.budget', 'Budget confirmed', undefined],
  ])
})

it('what changed between two states is told as it was and as it is; what was taken back in between is no change', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'attribute.amount': 9 })
  const then = deal.state
  expect(changedSince(then, then)).toEqual({ stages: [], facts: [], objections: [], tasks: [], interactions: 0 })
  await deal.learns({ 'element.inquiry': true, 'attribute.amount': 12, 'element.budget': 1 }, later)
  await deal.happens({ kind: 'objection-raised', type: 'price', statement: 'Too dear', id: 'dear' }, later)
  const budget = Object.entries(deal.state.observations).find(([, { fact }]) => fact === 'element.budget')?.[0] ?? ''
  await deal.happens({ kind: 'observation-withdrawn', observation: budget, reason: 'Misheard' }, later)
  const changed = changedSince(then, deal.state)
  expect(changed.facts).toEqual([
    { fact: 'attribute.amount', was: { value: 9, grade: 'said' }, is: { value: 12, grade: 'said' } },
    { fact: 'element.inquiry', is: { value: true, grade: 'said' } },
  ])
  expect(changed.stages).toEqual([
    { stage: 'need', was: 'open', is: 'completed' },
    { stage: 'funding', was: 'waiting', is: 'open' },
  ])
  expect(changed.objections).toEqual([{ objection: 'dear', statement: 'Too dear', is: 'raised' }])
  expect(changed.interactions).toBe(1)
  expect(changedSince(undefined, then).facts).toHaveLength(1)
})
