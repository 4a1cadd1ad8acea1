import type { Step } from '#engine'
import { bases, decisions, deliveries } from '../../engine/library/enterprise-software/answers.ts'
import { enterpriseSoftware } from '../../engine/library/enterprise-software/index.ts'
import { aDeal, type DealUnderTest } from './a-deal.ts'

export type Values = Record<string, string | number | boolean>
export const opened = '2026-03-01T09:00:00.000Z'
export const met = '2026-03-02T09:00:00.000Z'

let meetings = 0

/** One meeting with its minutes: what it brings is on paper. */
export function minutes(
  deal: DealUnderTest,
  values: Values,
  grade: 'written' | 'signed' = 'written',
  now = met,
): Promise<Step> {
  meetings += 1
  return deal.happens(
    {
      kind: 'interaction-recorded',
      id: `meeting-${meetings}`,
      interaction: { kind: 'meeting', at: now },
      observations: Object.entries(values).map(([fact, value]) => ({ id: `${meetings} ${fact}`, fact, value, grade })),
    },
    now,
  )
}

/** What each part of the purchase brings, for hosted software at 60,000 a year from a new vendor. */
export const facts = {
  interest: {
    'attribute.amount': 60_000,
    'element.initiative': 'One platform for forty teams',
    'element.part-in-purchase': 'evaluates',
    'element.next-step': '2026-03-20',
  },
  problem: {
    'element.pain': 'Releases take a month',
    'element.people-involved': 'Users, IT, the buyer',
    'element.scoping-meeting': '2026-03-12',
    'attribute.users-expected': 400,
    'attribute.product': 'full edition',
    'attribute.delivery': deliveries.hosted,
  },
  requirements: {
    'element.requirements': true,
    'element.decision-criteria': 'Security first',
    'element.decision-path': 'Buyer, finance, chief executive',
    'element.measures': 'A release a day',
    'commitment.speaks-for-us': true,
  },
  solution: {
    'element.success-criteria': true,
    'element.evaluation-result': 'met',
    'element.paper-path': 'The buyer collects signatures',
  },
  recommendations: { 'commitment.users-recommend': true, 'commitment.technology-recommends': true },
  proposal: {
    'element.price-accepted': true,
    'element.budget': 70_000,
    'element.budget-plan': 'in the plan',
    'element.signing-date': '2026-05-01',
    'element.order-number-needed': 'no order needed',
    'attribute.trade-screening': 'clear',
  },
  choice: {
    'element.decision': decisions.us,
    'commitment.selects-us': true,
    'element.offers-compared': 2,
    'element.comparison': 'call for proposals',
  },
  request: { 'commitment.files-request': true },
  terms: {
    'element.contract-basis': bases.ours,
    'element.business-terms': true,
    'element.legal-terms': true,
    'attribute.discount': 0,
    'attribute.payment-terms': 'standard',
  },
  reviews: {
    'attribute.existing-vendor': false,
    'attribute.compliance-question': false,
    'commitment.buyer-clears': true,
    'commitment.budget-cleared': true,
    'commitment.vendor-registered': true,
    'commitment.it-clears': true,
    'commitment.counsel-clears': true,
    'commitment.negotiation-closed': true,
    'commitment.security-clears': true,
    'commitment.privacy-clears': true,
  },
  signOff: {
    'commitment.department-approves': true,
    'commitment.finance-approves': true,
    'commitment.executive-approves': true,
  },
}

/** A customer that has chosen us and has neither agreed on terms nor reviewed anything. */
export async function aChoice(values: Values = {}): Promise<DealUnderTest> {
  const deal = await aDeal(enterpriseSoftware, opened)
  const { interest, problem, requirements, solution, recommendations, proposal, choice, request } = facts
  await minutes(deal, {
    ...interest,
    ...problem,
    ...requirements,
    ...solution,
    ...recommendations,
    ...proposal,
    ...choice,
    ...request,
    ...values,
  })
  return deal
}

/** Open requests to a department, by their trigger. */
export const requestsTo = (deal: DealUnderTest, department: string) =>
  Object.values(deal.state.supportRequests)
    .filter((request) => request.department === department && request.status === 'open')
    .map(({ trigger }) => trigger)

/** A department answers its request. */
export function answer(deal: DealUnderTest, trigger: string, verdict: 'approved' | 'refused' = 'approved', now = met) {
  const [id] = Object.entries(deal.state.supportRequests).find(([, request]) => request.trigger === trigger) ?? []
  return deal.happens(
    { kind: 'support-answered', request: id ?? trigger, verdict, note: 'By our policy', by: 'department' },
    now,
  )
}
