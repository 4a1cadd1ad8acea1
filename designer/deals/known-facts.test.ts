import { expect, it } from 'vitest'
import { standingFacts } from '#engine'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { isGone, knownFactsOf } from './known-facts.ts'

const order = ['element.inquiry', 'element.budget']

it('the observation that is shown first is the one that the engine lets stand', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'element.budget': 60000 }, '2026-03-03T09:00:00.000Z')
  await deal.learns({ 'element.budget': 40000 }, '2026-03-02T09:00:00.000Z')

  const [budget] = knownFactsOf(deal.state.observations, order)

  expect(budget?.observations.map(({ observation }) => observation.value)).toEqual([60000, 40000])
  expect(standingFacts(deal.state.observations).get('element.budget')?.value).toBe(60000)
})

it('a fact that was wholly withdrawn stays in sight, after those that stand', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'element.budget': 60000, 'element.inquiry': true })
  const [inquiry = ''] = Object.entries(deal.state.observations).find(([, one]) => one.fact === 'element.inquiry') ?? []
  await deal.happens({ kind: 'observation-withdrawn', observation: inquiry, reason: 'A mistake' })

  const known = knownFactsOf(deal.state.observations, order)

  expect(known.map((fact) => [fact.fact, isGone(fact)])).toEqual([
    ['element.budget', false],
    ['element.inquiry', true],
  ])
})
