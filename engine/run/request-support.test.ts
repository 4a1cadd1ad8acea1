import { expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { supportHours } from './support-hours.ts'

const visit = { at: '2026-03-09T09:00:00.000Z', meet: 'The plant manager' }
const company = {
  kind: 'support-requested',
  id: 'company',
  name: 'Come along to Acme',
  of: { kind: 'manager', manager: 'mia', visit },
} as const
const review = {
  kind: 'support-requested',
  id: 'review',
  name: 'A look at their terms',
  due: '2026-03-05T09:00:00.000Z',
  of: { kind: 'department', department: 'legal' },
} as const

it('a department that is asked from hand is given the request like any other, and no rule takes it back', async () => {
  const deal = await aDeal(smallPurchase)
  const { effects } = await deal.happens(review)
  expect(effects).toEqual([{ kind: 'request-support', request: 'review' }])
  expect(deal.state.wakeAt).toBe(review.due)
  await deal.learns({ 'element.inquiry': true })
  expect(deal.state.supportRequests.review).toMatchObject({ status: 'open', requestedBy: 'rep', dueAt: review.due })
})

it('a manager who is asked along proposes another time, and the visit moves once the seller agrees', async () => {
  const deal = await aDeal(smallPurchase)
  const { effects } = await deal.happens(company)
  expect(effects).toEqual([{ kind: 'notify', about: 'company-requested', id: 'company' }])
  const visitAt = '2026-03-10T13:00:00.000Z'
  await deal.happens({ kind: 'support-asked-back', by: 'mia', request: 'company', question: 'Tuesday?', visitAt })
  expect(deal.state.supportRequests.company).toMatchObject({ visit, owner: 'mia', questions: [{ visitAt }] })
  await deal.happens({ kind: 'support-question-answered', request: 'company', answer: 'Agreed', visitAt })
  expect(deal.state.supportRequests.company?.visit).toEqual({ ...visit, at: visitAt })
})

it('what a manager declined is asked of them anew, with the same visit', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(company)
  await deal.happens({ kind: 'support-answered', by: 'mia', request: 'company', verdict: 'declined', note: 'Abroad' })
  await deal.happens({ kind: 'support-asked-again', id: 'again', request: 'company', reason: 'They moved it a week' })
  expect(deal.state.supportRequests.again).toMatchObject({
    status: 'open',
    owner: 'mia',
    visit,
    asksAgain: 'company',
  })
})

it('a request from hand brings no fact of its own into the rules', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(review)
  await deal.happens({ kind: 'support-answered', by: 'ann', request: 'review', verdict: 'approved' })
  expect(deal.statuses()).toMatchObject({ need: 'open' })
})

it('hours are kept by request and summed by department, as people write them', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(review)
  await deal.happens(company)
  await deal.happens({ kind: 'support-handed-over', by: 'ann', request: 'review', to: 'ben', hours: 0.1 })
  await deal.happens({ kind: 'support-answered', by: 'ben', request: 'review', verdict: 'answered', hours: 0.2 })
  await deal.happens({ kind: 'support-answered', by: 'mia', request: 'company', verdict: 'answered', hours: 4 })
  expect(supportHours(deal.state)).toEqual({
    total: 4.3,
    departments: [
      { department: '', hours: 4 },
      { department: 'legal', hours: 0.3 },
    ],
  })
})
