import { expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { withLegalReview } from '../../tests/support/a-model.ts'
import { whyNotYet } from '../explain/why-not-yet.ts'

const refusal = 'Below 50,000 the standard terms hold. Offer those, or show that the contract is larger.'
const model = withLegalReview({
  refusesWhen: { fact: 'attribute.amount', operator: 'lessThan', value: 50_000 },
  refusal,
})
const reached = { 'element.inquiry': true, 'element.budget': 50000, 'commitment.approve': true }

it('what the model refuses is refused at once, with its reason; nobody is asked, and a stage that waits for approval stays shut', async () => {
  const deal = await aDeal(model)
  const { effects } = await deal.learns({ ...reached, 'attribute.amount': 40_000 })
  const [[id, request] = []] = Object.entries(deal.state.supportRequests)
  expect(request).toMatchObject({ status: 'answered', verdict: 'refused', note: refusal, refusedByModel: true })
  expect(request).not.toHaveProperty('dueAt')
  expect(effects).toContainEqual({ kind: 'notify', about: 'support-refused', id })
  expect(effects.map(({ kind }) => kind)).not.toContain('request-support')
  expect(deal.statuses().approval).toBe('open')
  expect(deal.state.wakeAt).toBeUndefined()
})

it('once its condition no longer holds the refusal is lifted, and the department is asked', async () => {
  const deal = await aDeal(model)
  await deal.learns({ ...reached, 'attribute.amount': 40_000 })
  await deal.learns({ 'attribute.amount': 60_000 }, '2026-03-03T09:00:00.000Z')
  const requests = Object.values(deal.state.supportRequests)
  expect(requests.map(({ status }) => status)).toEqual(['cancelled', 'open'])
  const [, [asked = ''] = []] = Object.entries(deal.state.supportRequests)
  await deal.happens({ kind: 'support-answered', request: asked, verdict: 'approved' }, '2026-03-04T09:00:00.000Z')
  expect(deal.statuses().approval).toBe('completed')
})

it('why a stage is not complete names what the model refused, until that is lifted', async () => {
  const deal = await aDeal(model)
  const refusals = async (now: string) =>
    (await whyNotYet(deal.plan, deal.state, now)).find(({ stage }) => stage === 'approval')?.refusals
  await deal.learns({ ...reached, 'attribute.amount': 40_000 })
  expect(await refusals('2026-03-02T10:00:00.000Z')).toEqual(Object.keys(deal.state.supportRequests))
  await deal.learns({ 'attribute.amount': 60_000 }, '2026-03-03T09:00:00.000Z')
  expect(await refusals('2026-03-03T10:00:00.000Z')).toEqual([])
})

it('asked again while its condition holds, it is refused again', async () => {
  const deal = await aDeal(model)
  await deal.learns({ ...reached, 'attribute.amount': 40_000 })
  const [request = ''] = Object.keys(deal.state.supportRequests)
  await deal.happens({ kind: 'support-asked-again', request, reason: 'It matters' }, '2026-03-03T09:00:00.000Z')
  expect(Object.values(deal.state.supportRequests).map(({ verdict }) => verdict)).toEqual(['refused', 'refused'])
})

it('a refusal is known in the very step, so that what rests on it moves at once', async () => {
  const other = withLegalReview(
    { refusesWhen: { fact: 'attribute.amount', operator: 'lessThan', value: 50_000 }, refusal, blocks: false },
    { exit: { fact: 'support.legal-review', operator: 'equal', value: 'refused' } },
  )
  const deal = await aDeal(other)
  await deal.learns({ ...reached, 'attribute.amount': 40_000 })
  expect(deal.statuses().approval).toBe('completed')
})
