import { expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { isStill, whatMoved } from './what-moved.ts'

it('one meeting is told as the stages that it crossed, what it spares, and who is asked because of it', async () => {
  const deal = await aDeal(smallPurchase)
  const before = deal.state

  await deal.learns({ 'element.inquiry': true, 'element.budget': 60000, 'attribute.amount': 48000 })

  expect(whatMoved(before, deal.state)).toMatchObject({
    completed: ['need', 'funding'],
    opened: ['approval'],
    reopened: [],
    spared: ['Visit the handler'],
    owed: ['Meet the approver'],
    asked: [{ name: 'Review of the terms', department: 'legal' }],
  })
})

it('a withdrawn fact is told as the stage that is open again and the stages that are no longer reached', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'element.inquiry': true, 'element.budget': 60000 })
  const before = deal.state
  const [budget = ''] = Object.entries(before.observations).find(([, { fact }]) => fact === 'element.budget') ?? []

  await deal.happens({ kind: 'observation-withdrawn', observation: budget, reason: 'Frozen' })

  expect(whatMoved(before, deal.state)).toMatchObject({
    completed: [],
    reopened: ['funding'],
    fallenBack: ['approval'],
  })
})

it('a visit that brings nothing moves nothing', async () => {
  const deal = await aDeal(smallPurchase)
  const before = deal.state

  await deal.learns({})

  expect(isStill(whatMoved(before, deal.state))).toBe(true)
})
