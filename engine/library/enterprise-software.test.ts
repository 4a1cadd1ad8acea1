import { describe, expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import {
  aChoice,
  answer,
  facts,
  met,
  minutes,
  opened,
  requestsTo,
  type Values,
} from '../../tests/support/an-enterprise-deal.ts'
import { whyNotYet } from '../explain/why-not-yet.ts'
import { bases, decisions, deliveries, lostReasons } from './enterprise-software/answers.ts'
import { enterpriseSoftware } from './enterprise-software/index.ts'

async function missingAt(deal: DealUnderTest, stage: string): Promise<string[][]> {
  const reasons = await whyNotYet(deal.plan, deal.state, met)
  return (reasons.find((reason) => reason.stage === stage)?.sets ?? []).map((set) => set.map(({ fact }) => fact))
}

it('a purchase goes from the first contact to a contract that every layer has signed off', async () => {
  const deal = await aDeal(enterpriseSoftware, opened)
  const path: [Values, string][] = [
    [facts.interest, 'interest-shown'],
    [facts.problem, 'problem-disclosed'],
    [facts.requirements, 'requirements-shared'],
    [{ ...facts.solution, ...facts.recommendations }, 'solution-accepted'],
    [facts.proposal, 'proposal-accepted'],
    [{ ...facts.choice, ...facts.request }, 'vendor-chosen'],
    [facts.terms, 'terms-agreed'],
    [facts.reviews, 'departments-cleared'],
    [facts.signOff, 'signed-off'],
  ]
  for (const [values, stage] of path) {
    const { effects } = await minutes(deal, values)
    expect(effects.filter(({ kind }) => kind === 'complete-stage')).toEqual([{ kind: 'complete-stage', stage }])
  }
  await minutes(deal, { 'element.contract': true, 'element.win-reason': 'The trial' }, 'signed')
  expect(requestsTo(deal, 'deal-desk')).toEqual(['order-check'])
  await answer(deal, 'order-check')
  const { effects } = await answer(deal, 'billing-check')
  expect(effects).toContainEqual({ kind: 'notify', about: 'goal-reached', id: 'contract-signed' })
  expect(deal.statuses()).toMatchObject({ 'contract-signed': 'completed', 'chose-otherwise': 'waiting' })
})

it('a contract that somebody says is signed does not count before the signed paper is there', async () => {
  const deal = await aChoice()
  await minutes(deal, { ...facts.terms, ...facts.reviews, ...facts.signOff, 'element.contract': true })
  await minutes(deal, { 'element.win-reason': 'The trial' })
  await answer(deal, 'order-check')
  await answer(deal, 'billing-check')
  expect(await missingAt(deal, 'contract-signed')).toEqual([['element.contract']])
})

describe('our contract template', () => {
  it('may not be changed below 25,000: the terms stay open and legal is not asked', async () => {
    const deal = await aChoice({ 'attribute.amount': 20_000 })
    await minutes(deal, { ...facts.terms, 'element.contract-basis': bases.changed })
    expect(deal.statuses()).toMatchObject({ 'terms-agreed': 'open' })
    expect(requestsTo(deal, 'legal')).not.toContain('template-change')
    expect(await missingAt(deal, 'terms-agreed')).toContainEqual(['element.contract-basis'])
    await minutes(deal, { 'element.contract-basis': bases.ours }, 'written', '2026-03-03T09:00:00.000Z')
    expect(deal.statuses()).toMatchObject({ 'terms-agreed': 'completed' })
  })

  it('may be changed above 25,000, once legal approves', async () => {
    const deal = await aChoice()
    await minutes(deal, { ...facts.terms, 'element.contract-basis': bases.changed })
    expect(requestsTo(deal, 'legal')).toContain('template-change')
    expect(deal.statuses()).toMatchObject({ 'terms-agreed': 'open' })
    await answer(deal, 'template-change')
    expect(deal.statuses()).toMatchObject({ 'terms-agreed': 'completed' })
  })
})

describe('the customer’s own paper', () => {
  const large = { 'attribute.amount': 180_000 }
  const theirs = { ...facts.terms, 'element.contract-basis': bases.theirs }

  it('is not taken between the two amounts, whatever is promised', async () => {
    const deal = await aChoice()
    await minutes(deal, { ...theirs, 'commitment.close-issues': true })
    expect(deal.statuses()).toMatchObject({ 'terms-agreed': 'open' })
    expect(requestsTo(deal, 'legal')).not.toContain('own-paper')
  })

  it('is not taken above 100,000 on a promise that was only spoken', async () => {
    const deal = await aChoice(large)
    await minutes(deal, theirs)
    await deal.learns({ 'commitment.close-issues': true })
    expect(requestsTo(deal, 'legal')).not.toContain('own-paper')
    expect(await missingAt(deal, 'terms-agreed')).toContainEqual(['commitment.close-issues', 'support.own-paper'])
  })

  it('is taken above 100,000 when the decision maker promises in writing to close the issues, and legal approves', async () => {
    const deal = await aChoice(large)
    await minutes(deal, { ...theirs, 'commitment.close-issues': true })
    expect(requestsTo(deal, 'legal')).toContain('own-paper')
    await answer(deal, 'own-paper')
    expect(deal.statuses()).toMatchObject({ 'terms-agreed': 'completed' })
  })
})

it('a choice counts only when as many offers were compared as the spend asks for', async () => {
  const deal = await aChoice({ 'attribute.amount': 300_000, 'element.offers-compared': 2 })
  expect(deal.statuses()).toMatchObject({ 'vendor-chosen': 'open' })
  await minutes(deal, { 'element.offers-compared': 5 }, 'written', '2026-03-03T09:00:00.000Z')
  expect(deal.statuses()).toMatchObject({ 'vendor-chosen': 'completed' })
})

describe('in a top-leader project', () => {
  const withoutTheLayersBeneath = { ...facts.interest, ...facts.problem, ...facts.requirements, ...facts.solution }

  it('the chief executive’s approval covers the layers beneath, and none of the reviews', async () => {
    const deal = await aDeal(enterpriseSoftware, opened)
    await deal.happens({ kind: 'style-chosen', style: 'top-leader', reason: 'The chief executive leads it' }, met)
    await minutes(deal, { ...withoutTheLayersBeneath, ...facts.proposal, ...facts.choice, ...facts.terms })
    expect(deal.statuses()).toMatchObject({ 'solution-accepted': 'open' })
    await minutes(deal, { 'commitment.executive-approves': true })
    expect(deal.statuses()).toMatchObject({ 'terms-agreed': 'completed', 'departments-cleared': 'open' })
    const { 'commitment.buyer-clears': _, ...reviews } = facts.reviews
    await minutes(deal, reviews)
    expect(deal.statuses()).toMatchObject({ 'signed-off': 'completed', 'contract-signed': 'open' })
  })

  it('an executive of ours is asked to come along to the leader', async () => {
    const deal = await aDeal(enterpriseSoftware, opened)
    await minutes(deal, withoutTheLayersBeneath)
    expect(requestsTo(deal, 'management')).not.toContain('leader-visit')
    await deal.happens({ kind: 'style-chosen', style: 'top-leader', reason: 'The chief executive leads it' }, met)
    expect(requestsTo(deal, 'management')).toContain('leader-visit')
  })
})

describe('the customer’s departments', () => {
  const known = { 'attribute.compliance-question': false, 'attribute.existing-vendor': true }
  const cleared = { 'commitment.buyer-clears': true, 'commitment.budget-cleared': true }

  it('are two for a small renewal of services: budget and people', async () => {
    const deal = await aChoice({ 'attribute.amount': 9000, 'attribute.delivery': deliveries.services, ...known })
    await minutes(deal, { ...facts.terms, 'attribute.sensitive-data': false, 'attribute.personal-data': false })
    await minutes(deal, cleared)
    expect(await missingAt(deal, 'departments-cleared')).toContainEqual(['commitment.people-clears'])
    await minutes(deal, { 'commitment.people-clears': true })
    expect(deal.statuses()).toMatchObject({ 'departments-cleared': 'completed' })
  })

  it('are six, side by side, for hosted software of a new vendor above 25,000', async () => {
    const deal = await aChoice({ ...known, 'attribute.existing-vendor': false })
    await minutes(deal, cleared)
    expect(await missingAt(deal, 'departments-cleared')).toContainEqual([
      'commitment.counsel-clears',
      'commitment.it-clears',
      'commitment.negotiation-closed',
      'commitment.privacy-clears',
      'commitment.security-clears',
      'commitment.vendor-registered',
    ])
  })
})

it('of the board two sign, and only what is large and outside the plan', async () => {
  const large = { 'attribute.amount': 180_000 }
  const rest = { ...facts.terms, ...facts.reviews, ...facts.signOff }
  const planned = await aChoice(large)
  await minutes(planned, rest)
  expect(planned.statuses()).toMatchObject({ 'signed-off': 'completed' })
  const unplanned = await aChoice({ ...large, 'element.budget-plan': 'outside the plan' })
  await minutes(unplanned, rest)
  expect(unplanned.statuses()).toMatchObject({ 'signed-off': 'open' })
  await minutes(unplanned, { 'commitment.board-chair-approves': true })
  expect(unplanned.statuses()).toMatchObject({ 'signed-off': 'open' })
  await minutes(unplanned, { 'commitment.board-technologist-approves': true })
  expect(unplanned.statuses()).toMatchObject({ 'signed-off': 'completed' })
})

it('a next step further off than sixty days is not one yet', async () => {
  const deal = await aDeal(enterpriseSoftware, opened)
  await minutes(deal, { ...facts.interest, 'element.next-step': '2026-06-15' })
  expect(deal.statuses()).toMatchObject({ 'interest-shown': 'open' })
  await deal.happens({ kind: 'woken' }, '2026-04-16T00:00:00.000Z')
  expect(deal.statuses()).toMatchObject({ 'interest-shown': 'completed' })
})

it('a customer who takes a rival leads out of the purchase, and the rival has to be named', async () => {
  const deal = await aDeal(enterpriseSoftware, opened)
  await minutes(deal, { ...facts.interest, 'element.decision': decisions.rival })
  expect(deal.statuses()).toMatchObject({ 'chose-otherwise': 'open' })
  await minutes(deal, { 'element.lost-reason': lostReasons.rival, 'element.lost-details': 'They know each other' })
  expect(await missingAt(deal, 'chose-otherwise')).toContainEqual(['element.rival'])
  const { effects } = await minutes(deal, { 'element.rival': 'A house of the group' })
  expect(effects).toContainEqual({ kind: 'notify', about: 'goal-reached', id: 'chose-otherwise' })
})
