import { describe, expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import { whyNotYet } from '../explain/why-not-yet.ts'
import type { Step } from '../run/advance.ts'
import { publicTender } from './public-tender/index.ts'

type Values = Record<string, string | number | boolean>
const opened = '2026-03-01T09:00:00.000Z'

/** What a document brings on a day, at nine in the morning. */
function document(
  deal: DealUnderTest,
  day: string,
  values: Values,
  grade: 'written' | 'signed' = 'written',
): Promise<Step> {
  const at = `${day}T09:00:00.000Z`
  const count = Object.keys(deal.state.observations).length
  return deal.happens(
    {
      kind: 'interaction-recorded',
      interaction: { kind: 'mail', at },
      observations: Object.entries(values).map(([fact, value], n) => ({ id: `${count + n}`, fact, value, grade })),
    },
    at,
  )
}

function answer(deal: DealUnderTest, trigger: string, now: string) {
  const [id] = Object.entries(deal.state.supportRequests).find(([, request]) => request.trigger === trigger) ?? []
  return deal.happens({ kind: 'support-answered', request: id ?? trigger, verdict: 'approved', by: 'department' }, now)
}

const asked = (deal: DealUnderTest) =>
  Object.values(deal.state.supportRequests)
    .filter(({ status }) => status === 'open')
    .map(({ trigger }) => trigger)

const announced = {
  'attribute.amount': 5_000_000,
  'attribute.trade': 'goods',
  'element.approval': true,
  'element.funds': 5_000_000,
  'commitment.plans-tender': true,
  'element.procedure': 'public notice',
  'element.qualification': 'Quality certificate',
}
const documents = {
  'element.documents-issued': '2026-03-10',
  'element.bid-deadline': '2026-03-29',
  'element.bid-bond': 0,
  'element.scoring': 'Price 40, technology 60',
  'element.clarification': 'none needed',
}
const committee = { 'element.committee-size': 5, 'element.outside-experts': 4 }

/** A tender whose documents were issued on 10 March, with the deadline nineteen days later, and our bid handed in. */
async function aTender(values: Values = {}): Promise<DealUnderTest> {
  const deal = await aDeal(publicTender, opened)
  await document(deal, '2026-03-02', announced)
  await answer(deal, 'bid-decision', '2026-03-03T09:00:00.000Z')
  await document(deal, '2026-03-11', { ...documents, 'element.our-bid': 'received in time', ...values })
  return deal
}

/** A tender at the opening of the bids. */
async function anOpening(): Promise<DealUnderTest> {
  const deal = await aTender({ 'element.bid-deadline': '2026-03-30' })
  await deal.happens({ kind: 'woken' }, '2026-03-30T00:00:00.000Z')
  return deal
}

it('a tender is not announced by an invitation of two, and is by one of three', async () => {
  const deal = await aDeal(publicTender, opened)
  await document(deal, '2026-03-02', {
    ...announced,
    'element.procedure': 'invitation',
    'element.invited-bidders': 2,
  })
  await answer(deal, 'bid-decision', '2026-03-03T09:00:00.000Z')
  expect(deal.statuses()).toMatchObject({ 'tender-announced': 'open' })
  await document(deal, '2026-03-04', { 'element.invited-bidders': 3 })
  expect(deal.statuses()).toMatchObject({ 'tender-announced': 'completed' })
})

describe('bids', () => {
  it('are not closed 19 days after the documents, and are after 20, when the deal wakes by itself', async () => {
    const deal = await aTender()
    await deal.happens({ kind: 'woken' }, '2026-03-29T12:00:00.000Z')
    expect(deal.statuses()).toMatchObject({ 'bids-received': 'open' })
    expect(deal.state.wakeAt).toBe('2026-03-30T00:00:00.000Z')
    await deal.happens({ kind: 'woken' }, '2026-03-30T00:00:00.000Z')
    expect(deal.statuses()).toMatchObject({ 'bids-received': 'completed', 'bids-opened': 'open' })
  })

  it('that came too late are refused, which ends the purchase for us', async () => {
    const deal = await aTender({ 'element.our-bid': 'refused as late' })
    await deal.happens({ kind: 'woken' }, '2026-04-20T09:00:00.000Z')
    expect(deal.statuses()).toMatchObject({ 'bids-received': 'open', 'awarded-elsewhere': 'open' })
  })

  it('wait for the bid bond where one is asked for', async () => {
    const deal = await aTender({ 'element.bid-bond': 80_000 })
    await deal.happens({ kind: 'woken' }, '2026-03-30T09:00:00.000Z')
    expect(deal.statuses()).toMatchObject({ 'bids-received': 'open' })
    await answer(deal, 'bid-bond', '2026-03-30T10:00:00.000Z')
    expect(deal.statuses()).toMatchObject({ 'bids-received': 'completed' })
  })

  it('of two bidders lead to a second round, and of three to the evaluation', async () => {
    const read = { 'element.prices-read': 'Ours is the second lowest' }
    const two = await anOpening()
    await document(two, '2026-03-30', { ...read, 'element.bids-counted': 2 })
    expect(two.statuses()).toMatchObject({ 'announced-again': 'open', 'bids-evaluated': 'waiting' })
    const three = await anOpening()
    await document(three, '2026-03-30', { ...read, 'element.bids-counted': 3 })
    expect(three.statuses()).toMatchObject({ 'announced-again': 'waiting', 'bids-evaluated': 'open' })
  })
})

it('a second round has 20 days of its own and needs three bidders again', async () => {
  const deal = await anOpening()
  await document(deal, '2026-03-30', { 'element.bids-counted': 2, 'element.prices-read': 'Two prices' })
  await document(deal, '2026-04-02', {
    'element.second-issue': '2026-04-01',
    'element.second-deadline': '2026-04-21',
    'element.second-count': 3,
  })
  await deal.happens({ kind: 'woken' }, '2026-04-20T23:59:00.000Z')
  expect(deal.statuses()).toMatchObject({ 'announced-again': 'open' })
  await deal.happens({ kind: 'woken' }, '2026-04-21T00:00:00.000Z')
  expect(deal.statuses()).toMatchObject({ 'announced-again': 'completed', 'bids-evaluated': 'open' })
})

it('a clarification counts when it went to all in writing, 15 days or more before the deadline', async () => {
  const deal = await aTender({
    'element.clarification': 'in writing to all',
    'element.days-left-at-clarification': 14,
  })
  expect(deal.statuses()).toMatchObject({ 'questions-answered': 'open' })
  await document(deal, '2026-03-12', { 'element.days-left-at-clarification': 15 })
  expect(deal.statuses()).toMatchObject({ 'questions-answered': 'completed' })
})

describe('the evaluation', () => {
  async function anEvaluation(): Promise<DealUnderTest> {
    const deal = await anOpening()
    await document(deal, '2026-03-30', { 'element.bids-counted': 4, 'element.prices-read': 'Four prices' })
    return deal
  }
  const first = { 'element.ranking': 'our bid first' }

  it('is passed when three of the five members place us first', async () => {
    const deal = await anEvaluation()
    await document(deal, '2026-04-10', { ...committee, ...first })
    await document(deal, '2026-04-10', {
      'commitment.first-place-economist': true,
      'commitment.first-place-first-technician': true,
    })
    expect(deal.statuses()).toMatchObject({ 'bids-evaluated': 'open' })
    await document(deal, '2026-04-11', { 'commitment.first-place-purchaser-delegate': true })
    expect(deal.statuses()).toMatchObject({ 'bids-evaluated': 'completed' })
  })

  it('is passed on the signed report alone', async () => {
    const deal = await anEvaluation()
    await document(deal, '2026-04-10', { ...committee, ...first }, 'signed')
    expect(deal.statuses()).toMatchObject({ 'bids-evaluated': 'completed' })
  })

  it('by a committee of six, or with too few outside experts, does not count', async () => {
    const deal = await anEvaluation()
    await document(
      deal,
      '2026-04-10',
      { ...first, 'element.committee-size': 6, 'element.outside-experts': 4 },
      'signed',
    )
    expect(deal.statuses()).toMatchObject({ 'bids-evaluated': 'open' })
    await document(deal, '2026-04-11', { 'element.committee-size': 7 })
    expect(deal.statuses()).toMatchObject({ 'bids-evaluated': 'open' })
    await document(deal, '2026-04-12', { 'element.outside-experts': 5 })
    expect(deal.statuses()).toMatchObject({ 'bids-evaluated': 'completed' })
  })

  it('that places another bid first leads out of the purchase', async () => {
    const deal = await anEvaluation()
    await document(deal, '2026-04-10', { ...committee, 'element.ranking': 'another bid first' })
    expect(deal.statuses()).toMatchObject({ 'bids-evaluated': 'open', 'awarded-elsewhere': 'open' })
  })
})

describe('after the award', () => {
  /** Chosen on 14 April, notified on 15 April. */
  async function anAward(): Promise<DealUnderTest> {
    const deal = await anOpening()
    await document(deal, '2026-03-30', { 'element.bids-counted': 4, 'element.prices-read': 'Four prices' })
    await document(deal, '2026-04-10', { ...committee, 'element.ranking': 'our bid first' }, 'signed')
    await document(deal, '2026-04-15', {
      'element.winner-chosen': '2026-04-14',
      'element.award-notice': '2026-04-15',
      'commitment.agrees-to-award': true,
      'commitment.awards-to-us': true,
      'commitment.confirms-result': true,
    })
    return deal
  }

  it('contract and report run side by side, and both are needed for the end', async () => {
    const deal = await anAward()
    expect(deal.statuses()).toMatchObject({ 'contract-signed': 'open', 'result-reported': 'open' })
    await document(deal, '2026-04-28', { 'element.contract': true }, 'signed')
    expect(deal.statuses()).toMatchObject({ 'contract-signed': 'completed', 'contract-in-force': 'waiting' })
    await document(deal, '2026-04-28', { 'element.supervisor-report': '2026-04-27', 'commitment.files-report': true })
    const { effects } = await document(deal, '2026-05-04', { 'element.delivery-called': '2026-05-04' })
    expect(effects).toContainEqual({ kind: 'notify', about: 'goal-reached', id: 'contract-in-force' })
  })

  it('legal is reminded of the contract 20 days after the notice, and management told after 30', async () => {
    const deal = await anAward()
    await deal.happens({ kind: 'woken' }, '2026-05-04T23:59:00.000Z')
    expect(asked(deal)).not.toContain('contract-reminder')
    await deal.happens({ kind: 'woken' }, '2026-05-05T00:00:00.000Z')
    expect(asked(deal)).toContain('contract-reminder')
    await deal.happens({ kind: 'woken' }, '2026-05-15T23:59:00.000Z')
    expect(asked(deal)).not.toContain('contract-overdue')
    await deal.happens({ kind: 'woken' }, '2026-05-16T00:00:00.000Z')
    expect(asked(deal)).toContain('contract-overdue')
  })

  it('the bid office is reminded of the report to the supervisor 12 days after the choice', async () => {
    const deal = await anAward()
    await deal.happens({ kind: 'woken' }, '2026-04-26T00:00:00.000Z')
    expect(asked(deal)).toContain('report-reminder')
  })
})

it('what the bids wait for is told with its reason: the documents have to become older', async () => {
  const deal = await aTender()
  await deal.happens({ kind: 'woken' }, '2026-03-29T12:00:00.000Z')
  const reasons = await whyNotYet(deal.plan, deal.state, '2026-03-29T12:00:00.000Z')
  expect(reasons.find(({ stage }) => stage === 'bids-received')?.sets).toMatchObject([
    [{ fact: 'element.documents-issued', status: 'too-young' }],
  ])
})
