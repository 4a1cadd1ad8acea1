import { aboveLimit, type ChainDraft, days, is, isOneOf, type ThresholdDraft } from '../drawing.ts'
import { amount, bases, basis, deliveries, delivery } from './answers.ts'

type SpecialistDraft = NonNullable<ChainDraft['specialists']>[number]

const software = isOneOf(delivery, [deliveries.hosted, deliveries.own])

/** What the customer's spending rules say from which day on, per year. */
export const thresholds: ThresholdDraft[] = [
  {
    id: 'finance-limit',
    name: 'Above it the head of finance signs',
    values: [
      { from: '2020-01-01', amount: 3000 },
      { from: '2025-01-01', amount: 5000 },
    ],
  },
  {
    id: 'executive-limit',
    name: 'Above it the chief executive signs',
    values: [{ from: '2020-01-01', amount: 10_000 }],
  },
  {
    id: 'board-limit',
    name: 'Above it the board signs what is outside the plan',
    values: [{ from: '2020-01-01', amount: 100_000 }],
  },
  {
    id: 'review-limit',
    name: 'Above it legal and negotiation join in',
    values: [{ from: '2020-01-01', amount: 25_000 }],
  },
]

/** They work side by side, each only where the purchase gives it something to look at. */
const specialists: SpecialistDraft[] = [
  { id: 'budget-check', name: 'Budget check', layer: 'review', usually: days(2) },
  {
    id: 'vendor-registration',
    name: 'Vendor registration',
    layer: 'review',
    when: is('attribute.existing-vendor', false),
    usually: days(3),
  },
  { id: 'information-technology', name: 'Information technology', layer: 'review', when: software, usually: days(2) },
  {
    id: 'legal',
    name: 'Customer’s legal department',
    layer: 'review',
    when: {
      any: [
        is('attribute.existing-vendor', false),
        aboveLimit(amount, 'review-limit'),
        isOneOf(basis, [bases.changed, bases.theirs]),
      ],
    },
    usually: days(14),
  },
  {
    id: 'negotiation',
    name: 'Procurement negotiation',
    layer: 'review',
    when: {
      any: [
        { all: [is(delivery, deliveries.hosted), aboveLimit(amount, 'review-limit')] },
        aboveLimit(amount, 'board-limit'),
      ],
    },
    usually: days(12),
  },
  {
    id: 'security',
    name: 'Information security',
    layer: 'review',
    when: { any: [software, is('attribute.sensitive-data', true)] },
    usually: days(14),
    // They begin once the questionnaire that they sent us is back.
    usuallyFrom: 'security-questionnaire',
  },
  {
    id: 'privacy',
    name: 'Privacy',
    layer: 'review',
    when: { any: [is(delivery, deliveries.hosted), is('attribute.personal-data', true)] },
    usually: days(14),
  },
  {
    id: 'compliance',
    name: 'Compliance',
    layer: 'review',
    when: is('attribute.compliance-question', true),
    usually: days(14),
  },
  {
    id: 'people-operations',
    name: 'People operations',
    layer: 'review',
    when: is(delivery, deliveries.services),
    usually: days(4),
  },
]

/** The customer's sign-off, from who asks for the purchase up to the board. */
export const chain: ChainDraft = {
  layers: [
    { id: 'requesting-team', name: 'Requesting team', rule: { kind: 'in-turn' }, usually: days(6) },
    { id: 'department', name: 'Head of department', usually: days(3) },
    { id: 'review', name: 'Procurement and reviews', usually: days(5) },
    { id: 'finance-leadership', name: 'Head of finance', usually: days(3), when: aboveLimit(amount, 'finance-limit') },
    { id: 'executive', name: 'Chief executive', usually: days(5), when: aboveLimit(amount, 'executive-limit') },
    {
      id: 'board',
      name: 'Board',
      rule: { kind: 'at-least', count: 2 },
      usually: days(30),
      when: { all: [aboveLimit(amount, 'board-limit'), is('element.budget-plan', 'outside the plan')] },
    },
  ],
  specialists,
  roles: [
    { id: 'technical-lead', name: 'Technical lead', kind: 'technical-buyer', layer: 'requesting-team' },
    { id: 'user-lead', name: 'Head of the users', kind: 'user-buyer', layer: 'requesting-team' },
    { id: 'handler', name: 'Project lead', kind: 'handler', layer: 'requesting-team' },
    { id: 'department-head', name: 'Head of the department', kind: 'economic-buyer', layer: 'department' },
    { id: 'buyer', name: 'Buyer', kind: 'gatekeeper', layer: 'review' },
    { id: 'finance-director', name: 'Finance director', kind: 'economic-buyer', layer: 'finance-leadership' },
    { id: 'chief-executive', name: 'Chief executive officer', kind: 'decider', layer: 'executive' },
    { id: 'board-chair', name: 'Chair of the board', kind: 'decider', layer: 'board' },
    { id: 'board-auditor', name: 'Board member for audit', kind: 'decider', layer: 'board' },
    { id: 'board-technologist', name: 'Board member for technology', kind: 'decider', layer: 'board' },
    { id: 'controller', name: 'Budget controller', kind: 'gatekeeper', specialist: 'budget-check' },
    { id: 'vendor-clerk', name: 'Vendor master clerk', kind: 'gatekeeper', specialist: 'vendor-registration' },
    { id: 'it-architect', name: 'IT architect', kind: 'technical-buyer', specialist: 'information-technology' },
    { id: 'counsel', name: 'Customer’s counsel', kind: 'gatekeeper', specialist: 'legal' },
    { id: 'negotiator', name: 'Procurement negotiator', kind: 'gatekeeper', specialist: 'negotiation' },
    { id: 'security-officer', name: 'Security officer', kind: 'technical-buyer', specialist: 'security' },
    { id: 'privacy-officer', name: 'Privacy officer', kind: 'gatekeeper', specialist: 'privacy' },
    { id: 'compliance-officer', name: 'Compliance officer', kind: 'gatekeeper', specialist: 'compliance' },
    { id: 'people-partner', name: 'People partner', kind: 'gatekeeper', specialist: 'people-operations' },
    { id: 'champion', name: 'Champion', kind: 'champion' },
    { id: 'decision-maker', name: 'Decision maker on the vendor', kind: 'economic-buyer' },
    { id: 'introducer', name: 'Acquaintance who introduces us', kind: 'champion' },
  ],
  styles: [
    {
      id: 'top-leader',
      name: 'Top-leader project',
      description:
        'The chief executive leads it: one approval from the top covers every layer beneath, not the reviews.',
      leader: 'chief-executive',
    },
    {
      id: 'commercial-procurement',
      name: 'Commercial procurement',
      description: 'The buyer leads it: offers are compared by the rules of the house, layer after layer.',
      suggestedWhen: is('element.comparison', 'call for proposals'),
    },
    {
      id: 'introduced',
      name: 'Introduced by an acquaintance',
      description: 'Somebody whom the decision maker trusts opens the door; the layers sign as usual.',
      suggestedWhen: is('commitment.introduction', true),
    },
  ],
  // Nobody approves a purchase of their own, a signature of one person counts once, and who is away names a delegate.
  policies: { emptyLayer: 'blocks', samePerson: 'signs-once', requester: 'layer-above', absent: 'delegate-signs' },
}
