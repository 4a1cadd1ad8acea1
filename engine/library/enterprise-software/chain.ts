import { above, type ChainDraft, days, is, isOneOf } from '../drawing.ts'
import { amount, bases, basis, deliveries, delivery } from './answers.ts'

type SpecialistDraft = NonNullable<ChainDraft['specialists']>[number]

const software = isOneOf(delivery, [deliveries.hosted, deliveries.own])

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
        above(amount, 25_000),
        isOneOf(basis, [bases.changed, bases.theirs]),
      ],
    },
    usually: days(14),
  },
  {
    id: 'negotiation',
    name: 'Procurement negotiation',
    layer: 'review',
    when: { any: [{ all: [is(delivery, deliveries.hosted), above(amount, 25_000)] }, above(amount, 100_000)] },
    usually: days(12),
  },
  {
    id: 'security',
    name: 'Information security',
    layer: 'review',
    when: { any: [software, is('attribute.sensitive-data', true)] },
    usually: days(14),
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
    { id: 'requesting-team', name: 'Requesting team', usually: days(5) },
    { id: 'department', name: 'Head of department', usually: days(3) },
    { id: 'review', name: 'Procurement and reviews', usually: days(5) },
    { id: 'finance-leadership', name: 'Head of finance', usually: days(3), when: above(amount, 5000) },
    { id: 'executive', name: 'Chief executive', usually: days(5), when: above(amount, 10_000) },
    {
      id: 'board',
      name: 'Board',
      usually: days(30),
      when: { all: [above(amount, 100_000), is('element.budget-plan', 'outside the plan')] },
    },
  ],
  specialists,
  roles: [
    { id: 'handler', name: 'Project lead', kind: 'handler', layer: 'requesting-team' },
    { id: 'user-lead', name: 'Head of the users', kind: 'user-buyer', layer: 'requesting-team' },
    { id: 'technical-lead', name: 'Technical lead', kind: 'technical-buyer', layer: 'requesting-team' },
    { id: 'department-head', name: 'Head of the department', kind: 'economic-buyer', layer: 'department' },
    { id: 'buyer', name: 'Buyer', kind: 'gatekeeper', layer: 'review' },
    { id: 'finance-director', name: 'Finance director', kind: 'economic-buyer', layer: 'finance-leadership' },
    { id: 'chief-executive', name: 'Chief executive officer', kind: 'decider', layer: 'executive' },
    { id: 'board-chair', name: 'Chair of the board', kind: 'decider', layer: 'board' },
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
}
