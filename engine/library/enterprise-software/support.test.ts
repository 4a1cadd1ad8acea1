import { expect, it } from 'vitest'
import { aDeal } from '../../../tests/support/a-deal.ts'
import { aChoice, answer, facts, met, minutes, opened, requestsTo } from '../../../tests/support/an-enterprise-deal.ts'
import { sizes } from './answers.ts'
import { enterpriseSoftware } from './index.ts'

it('the deal desk has eight hours for a quote and is reminded after four; then it escalates, up to the process owner', async () => {
  const deal = await aDeal(enterpriseSoftware, opened)
  const { interest, problem, requirements, solution, recommendations } = facts
  await minutes(deal, { ...interest, ...problem, ...requirements, ...solution, ...recommendations })
  await minutes(deal, { 'attribute.price-schedule': 'even' })
  const [id, quote] = Object.entries(deal.state.supportRequests).find(([, { trigger }]) => trigger === 'quote') ?? []
  expect(quote).toMatchObject({ department: 'deal-desk', dueAt: '2026-03-02T17:00:00.000Z' })
  const wakes = async (at: string) => {
    expect(deal.state.wakeAt).toBe(at)
    return (await deal.happens({ kind: 'woken' }, at)).effects
  }
  const escalates = { kind: 'escalate', what: 'support-request', id }
  expect(await wakes('2026-03-02T13:00:00.000Z')).toEqual([{ kind: 'remind', request: id }])
  expect(await wakes('2026-03-02T17:00:00.000Z')).toEqual([escalates])
  expect(await wakes('2026-03-02T19:00:00.000Z')).toEqual([{ ...escalates, to: 'leads' }])
  // Meanwhile tasks and other requests fall due.
  const { effects } = await deal.happens({ kind: 'woken' }, '2026-03-03T01:00:00.000Z')
  expect(effects).toContainEqual({ ...escalates, to: 'process-owner' })
})

it('a discount above 25 per cent goes to the sales manager first and to finance after the approval', async () => {
  const deal = await aChoice()
  await minutes(deal, { ...facts.terms, 'attribute.discount': 30 })
  expect([requestsTo(deal, 'management'), requestsTo(deal, 'finance')]).toEqual([['discount-by-manager'], []])
  await answer(deal, 'discount-by-manager')
  expect(requestsTo(deal, 'finance')).toEqual(['discount-by-finance'])
  await answer(deal, 'discount-by-finance')
  expect(deal.statuses()).toMatchObject({ 'terms-agreed': 'completed' })
})

it('a standstill is looked at after a week with a small customer, and after 45 days with a large one', async () => {
  const looked = async (size: string, now: string) => {
    const deal = await aDeal(enterpriseSoftware, opened)
    await minutes(deal, { ...facts.interest, 'attribute.customer-size': size })
    await deal.happens({ kind: 'woken' }, now)
    return requestsTo(deal, 'management')
  }
  expect(await looked(sizes.small, '2026-03-09T08:59:00.000Z')).toEqual([])
  expect(await looked(sizes.small, '2026-03-09T09:00:00.000Z')).toEqual(['stale-problem-small'])
  expect(await looked(sizes.large, '2026-04-15T09:00:00.000Z')).toEqual([])
  expect(await looked(sizes.large, '2026-04-16T09:00:00.000Z')).toEqual(['stale-problem-large'])
})

it('open security questions hold the stage and call our security team with a due time', async () => {
  const deal = await aChoice()
  await deal.happens(
    {
      kind: 'objection-raised',
      id: 'questions',
      type: 'security-questionnaire',
      statement: 'Two hundred questions first',
      stage: 'departments-cleared',
    },
    met,
  )
  expect(requestsTo(deal, 'security')).toContain('questionnaire-answered')
  await minutes(deal, facts.reviews)
  expect(deal.statuses()).toMatchObject({ 'departments-cleared': 'open' })
})
