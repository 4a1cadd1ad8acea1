import { above, atLeast, is } from '../drawing.ts'

/** Answers to choose from, and the facts that several rules of this model ask about. */
export const bases = {
  ours: 'our template as it is',
  changed: 'our template with changes',
  theirs: 'the customer’s own paper',
} as const
export const deliveries = {
  hosted: 'hosted by us',
  own: 'run by the customer',
  services: 'services only',
} as const
export const sizes = { large: 'large', public: 'public sector', middle: 'mid-market', small: 'small' } as const
export const decisions = {
  us: 'us',
  rival: 'another vendor',
  inHouse: 'built by themselves',
  later: 'nothing for now',
} as const
export const lostReasons = {
  rival: 'a rival was preferred',
  price: 'price',
  product: 'the product is not ready for them',
  money: 'money withdrawn',
  standstill: 'no progress',
  other: 'other',
} as const

export const amount = 'attribute.amount'
export const discount = 'attribute.discount'
export const delivery = 'attribute.delivery'
export const basis = 'element.contract-basis'
export const decision = 'element.decision'

/** Our template may be changed above this amount; below it a change is refused, so there is nothing to examine. */
export const changedTemplate = { all: [is(basis, bases.changed), above(amount, 25_000)] }

/** The customer's own paper is taken for large purchases only, once we are chosen and an end to the issues is promised in writing. */
export const ownPaper = {
  all: [
    is(basis, bases.theirs),
    above(amount, 100_000),
    is(decision, decisions.us),
    is('commitment.close-issues', true),
    atLeast('grade.commitment.close-issues', 2),
  ],
}
