import { above, atLeast, below, days, hours, is, isOneOf, isUnknown, type TriggerDraft } from '../drawing.ts'
import { amount, bases, basis, changedTemplate, deliveries, delivery, discount, ownPaper, sizes } from './answers.ts'

const software = isOneOf(delivery, [deliveries.hosted, deliveries.own])

/** A stage that stands still calls for a look, and later for the decision to go on or to end; how soon, by size. */
function staleCalls(stage: string): TriggerDraft[] {
  const patience = [
    { id: 'large', sizes: [sizes.large, sizes.public], look: 45, decide: 90 },
    { id: 'middle', sizes: [sizes.middle], look: 21, decide: 45 },
    { id: 'small', sizes: [sizes.small], look: 7, decide: 15 },
  ]
  return patience.flatMap(({ id, sizes, look, decide }): TriggerDraft[] => {
    const call = { department: 'management', when: isOneOf('attribute.customer-size', sizes), due: days(2) }
    const at = `${stage}, ${sizes.join(' or ')} customer`
    const key = `${stage.split(' ')[0]?.toLowerCase()}-${id}`
    return [
      { ...call, id: `stale-${key}`, name: `Look at the standstill: ${at}`, late: days(look) },
      { ...call, id: `give-up-${key}`, name: `Decide whether to end it: ${at}`, late: days(decide) },
    ]
  })
}

export const atInterest: TriggerDraft[] = [
  {
    id: 'nurture',
    name: 'Contact taken back into a campaign',
    department: 'marketing',
    late: days(60),
    due: days(5),
  },
]

export const atProblem: TriggerDraft[] = staleCalls('Problem disclosed')

export const atRequirements: TriggerDraft[] = [
  { id: 'architect-named', name: 'Solution architect named', department: 'solution-architects', due: days(2) },
  {
    id: 'plan-review',
    name: 'Plan for the deal reviewed',
    department: 'management',
    when: atLeast(amount, 100_000),
    due: days(5),
  },
  ...staleCalls('Requirements shared'),
]

export const atSolution: TriggerDraft[] = [
  {
    id: 'tailored-demonstration',
    name: 'Demonstration on their own case',
    department: 'solution-architects',
    due: days(5),
    brings: ['success-criteria', 'evaluation-result'],
  },
  {
    id: 'leader-visit',
    name: 'Executive comes along to the leader',
    department: 'management',
    when: is('style', 'top-leader'),
    due: days(5),
  },
  { id: 'success-story', name: 'Success story from their trade', department: 'marketing', due: days(5) },
]

export const atProposal: TriggerDraft[] = [
  {
    id: 'quote',
    name: 'Quote prepared',
    department: 'deal-desk',
    when: is('attribute.price-schedule', 'even'),
    due: hours(8),
  },
  {
    id: 'stepped-quote',
    name: 'Quote with rising steps prepared',
    department: 'deal-desk',
    when: is('attribute.price-schedule', 'rising in steps'),
    due: hours(24),
  },
  {
    id: 'vendor-forms',
    name: 'Their procurement forms filled in',
    department: 'deal-desk',
    when: is('style', 'commercial-procurement'),
    due: hours(48),
  },
  {
    id: 'trade-release',
    name: 'Trade screening hit examined',
    department: 'legal',
    when: is('attribute.trade-screening', 'hit'),
    due: hours(8),
    blocks: true,
  },
]

export const atChoice: TriggerDraft[] = [
  { id: 'reference-visit', name: 'Reference customer found', department: 'marketing', due: days(5) },
  {
    id: 'sponsor-call',
    name: 'Executive calls the decision maker',
    department: 'management',
    when: atLeast(amount, 250_000),
    due: days(5),
  },
]

export const atTerms: TriggerDraft[] = [
  {
    id: 'template-change',
    name: 'Changes of our contract template examined',
    department: 'legal',
    when: changedTemplate,
    due: days(5),
    blocks: true,
  },
  {
    id: 'own-paper',
    name: 'Customer’s own paper examined',
    department: 'legal',
    when: ownPaper,
    due: days(10),
    blocks: true,
  },
  {
    id: 'discount-by-manager',
    name: 'Discount approved by the sales manager',
    department: 'management',
    when: above(discount, 10),
    due: hours(24),
    blocks: true,
  },
  {
    id: 'discount-by-finance',
    name: 'Discount approved by finance',
    department: 'finance',
    when: { all: [above(discount, 25), is('support.discount-by-manager', 'approved')] },
    due: hours(24),
    blocks: true,
  },
  {
    id: 'payment-terms',
    name: 'Changed payment terms approved',
    department: 'finance',
    when: is('attribute.payment-terms', 'changed'),
    due: hours(24),
    blocks: true,
  },
  {
    id: 'fair-value',
    name: 'Price divided between editions',
    department: 'finance',
    when: is('attribute.product', 'several editions'),
    due: days(3),
    blocks: true,
  },
  {
    id: 'deal-check',
    name: 'Quote, approvals and order checked ahead',
    department: 'deal-desk',
    when: atLeast(amount, 100_000),
    due: days(2),
  },
  { id: 'terms-slow', name: 'Terms open for a month', department: 'management', late: days(30), due: days(2) },
  {
    id: 'own-paper-slow',
    name: 'Customer’s own paper open for sixty days',
    department: 'legal',
    when: is(basis, bases.theirs),
    late: days(60),
    due: days(5),
  },
]

export const atReviews: TriggerDraft[] = [
  {
    id: 'security-answers',
    name: 'Security questionnaire returned',
    department: 'security',
    when: { any: [software, is('attribute.sensitive-data', true)] },
    due: days(5),
  },
  {
    id: 'privacy-answers',
    name: 'Data processing agreement explained',
    department: 'legal',
    when: { any: [is(delivery, deliveries.hosted), is('attribute.personal-data', true)] },
    due: days(5),
  },
  {
    id: 'architecture-answers',
    name: 'Architecture explained',
    department: 'solution-architects',
    when: software,
    due: days(3),
  },
  {
    id: 'reviews-slow',
    name: 'Reviews open for three weeks',
    department: 'management',
    late: days(21),
    due: days(2),
  },
]

export const atSignOff: TriggerDraft[] = [
  {
    id: 'board-paper',
    name: 'Paper for their board written',
    department: 'management',
    when: { all: [above(amount, 100_000), is('element.budget-plan', 'outside the plan')] },
    due: days(5),
  },
  {
    id: 'sign-off-slow',
    name: 'Sign-off open for two weeks',
    department: 'management',
    late: days(14),
    due: days(2),
  },
]

export const atContract: TriggerDraft[] = [
  {
    id: 'order-check',
    name: 'Order compared with quote and contract',
    department: 'deal-desk',
    when: is('element.contract', true),
    due: hours(8),
    blocks: true,
  },
  {
    id: 'billing-check',
    name: 'Order released for billing',
    department: 'finance',
    when: is('support.order-check', 'approved'),
    due: hours(8),
    blocks: true,
  },
  {
    id: 'success-plan',
    name: 'Success manager introduced, with a plan',
    department: 'customer-success',
    when: atLeast(amount, 50_000),
    due: days(3),
  },
  {
    id: 'guided-start',
    name: 'Guided start prepared',
    department: 'customer-success',
    when: below(amount, 50_000),
    due: days(3),
  },
]

export const atLoss: TriggerDraft[] = [
  {
    id: 'loss-review',
    name: 'Loss talked through',
    department: 'management',
    when: atLeast(amount, 12_000),
    due: days(5),
  },
  {
    id: 'loss-unexplained',
    name: 'Reason for the loss asked for',
    department: 'marketing',
    when: isUnknown('element.lost-reason'),
    late: days(7),
    due: days(5),
  },
]
