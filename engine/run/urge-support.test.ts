import { expect, it } from 'vitest'
import type { ProcessModelDraft } from '#engine'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase, withLegalReview } from '../../tests/support/a-model.ts'
import { later } from '../calendar/due.ts'
import type { SupportRequest } from '../deal/index.ts'

const hour = 3_600_000
const asked = '2026-03-02T09:00:00.000Z'
const at = (hours: number) => later(asked, hours * hour)
const hours = (amount: number) => ({ unit: 'hours' as const, amount })

/** Legal is asked at nine, and has eight hours; it is reminded two before, its leads hear two after, the process owner five. */
const urgent = withLegalReview({ remindBefore: hours(2), leadsAfter: hours(2), processOwnerAfter: hours(5) })

async function aDealThatAsks(model: ProcessModelDraft = urgent) {
  const deal = await aDeal(model)
  await deal.learns({ 'element.inquiry': true, 'element.budget': 50000, 'attribute.amount': 40000 }, asked)
  const [request = ''] = Object.keys(deal.state.supportRequests)
  const woken = async (hours: number) => (await deal.happens({ kind: 'woken' }, at(hours))).effects
  return { deal, request, woken, now: () => deal.state.supportRequests[request] as SupportRequest }
}

it('an owner is reminded once before the due time; then a request goes up one step after the other, and the deal wakes for each', async () => {
  const { deal, request, woken, now } = await aDealThatAsks()
  const up = { kind: 'escalate', what: 'support-request', id: request }
  expect(deal.state.wakeAt).toBe(at(6))
  expect(await woken(6)).toEqual([{ kind: 'remind', request }])
  expect(await woken(7)).toEqual([])
  expect(deal.state.wakeAt).toBe(at(8))
  expect(await woken(8)).toEqual([up])
  expect(now().escalatedTo).toBeUndefined()
  expect(deal.state.wakeAt).toBe(at(10))
  expect(await woken(10)).toEqual([{ ...up, to: 'leads' }])
  expect(now().escalatedTo).toBe('leads')
  expect(deal.state.wakeAt).toBe(at(13))
  expect(await woken(13)).toEqual([{ ...up, to: 'process-owner' }])
  expect(now()).toMatchObject({ escalatedTo: 'process-owner', escalations: [], remindedAt: at(6), escalatedAt: at(8) })
  expect(deal.state.wakeAt).toBeUndefined()
  expect(await woken(100)).toEqual([])
})

it('a deal that is woken late goes up all that was missed, and reminds of nothing that is overdue', async () => {
  const { request, woken } = await aDealThatAsks()
  const up = { kind: 'escalate', what: 'support-request', id: request }
  expect(await woken(50)).toEqual([up, { ...up, to: 'leads' }, { ...up, to: 'process-owner' }])
})

it('while the seller is asked nothing is urged, and all that is to come moves by as long', async () => {
  const { deal, request, woken, now } = await aDealThatAsks()
  await woken(8)
  await deal.happens({ kind: 'support-asked-back', request, question: 'Whose law?', by: 'ann' }, at(9))
  expect(await woken(20)).toEqual([])
  await deal.happens({ kind: 'support-question-answered', request, answer: 'Austria’s' }, at(29))
  expect(now().escalations).toEqual([
    { to: 'leads', at: at(30) },
    { to: 'process-owner', at: at(33) },
  ])
  expect(deal.state.wakeAt).toBe(at(30))
})

it('an answered request is urged no more', async () => {
  const { deal, request, woken } = await aDealThatAsks()
  await deal.happens({ kind: 'support-answered', request, verdict: 'approved', by: 'ann' }, at(1))
  expect(deal.state.wakeAt).toBeUndefined()
  expect(await woken(50)).toEqual([])
})

it('reminders and steps up count in the working time of the department', async () => {
  const deal = await aDeal(urgent)
  deal.calendars = {
    legal: { timeZone: 'UTC', hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], closedOn: [] },
  }
  // A Friday at noon: eight working hours end on Monday at twelve.
  const friday = '2026-03-06T12:00:00.000Z'
  await deal.learns({ 'element.inquiry': true, 'element.budget': 50000, 'attribute.amount': 40000 }, friday)
  expect(deal.state.wakeAt).toBe('2026-03-09T10:00:00.000Z')
  await deal.happens({ kind: 'woken' }, '2026-03-09T12:00:00.000Z')
  const [request] = Object.values(deal.state.supportRequests)
  expect(request?.escalations).toEqual([
    { to: 'leads', at: '2026-03-09T14:00:00.000Z' },
    { to: 'process-owner', at: '2026-03-09T17:00:00.000Z' },
  ])
})

it('a drawing without reminder and ladder runs as it always has', async () => {
  const { deal, request, woken, now } = await aDealThatAsks(smallPurchase)
  expect(deal.state.wakeAt).toBe(at(8))
  expect(await woken(8)).toEqual([{ kind: 'escalate', what: 'support-request', id: request }])
  expect(now()).not.toHaveProperty('escalations')
  expect(deal.state.wakeAt).toBeUndefined()
})
