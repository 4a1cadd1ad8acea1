import { atLeast, days, hours, is, type ObjectionTypeDraft } from '../drawing.ts'
import { amount, deliveries, delivery } from './answers.ts'

export const objectionTypes: ObjectionTypeDraft[] = [
  {
    id: 'price',
    name: 'Too expensive',
    blocks: true,
    strategy: 'answer',
    due: days(5),
    playbook: [
      'Ask what it is compared with',
      'Put the cost of the present state beside the price',
      'Trade: a longer term, a reference or an earlier start against a discount',
    ],
    support: [
      { id: 'price-business-case', name: 'Business case recalculated', department: 'finance', due: days(2) },
      {
        id: 'price-options',
        name: 'Other shapes of the offer',
        department: 'deal-desk',
        when: atLeast(amount, 25_000),
        due: hours(24),
      },
    ],
  },
  {
    id: 'security-questionnaire',
    name: 'Security questions open',
    blocks: true,
    strategy: 'exclude',
    due: days(10),
    playbook: [
      'Take the questionnaire from the security officer, not from a copy',
      'Send the standard answers the same day, mark what is still open',
      'Bring both security teams to one table for the rest',
    ],
    support: [
      {
        id: 'questionnaire-answered',
        name: 'Security questionnaire answered',
        department: 'security',
        due: days(5),
      },
      {
        id: 'hosting-explained',
        name: 'Hosting explained to their architects',
        department: 'solution-architects',
        when: is(delivery, deliveries.hosted),
        due: days(5),
      },
    ],
  },
  {
    id: 'incumbent',
    name: 'Content with the present vendor',
    strategy: 'cross',
    due: days(10),
    playbook: [
      'Find what the present vendor does not do for the users',
      'Offer a first step beside the present product',
      'Bring a customer who has changed over',
    ],
    support: [
      { id: 'incumbent-reference', name: 'Customer who changed over found', department: 'marketing', due: days(5) },
      {
        id: 'incumbent-migration',
        name: 'Move from the present product planned',
        department: 'solution-architects',
        due: days(5),
      },
    ],
  },
  {
    id: 'timing',
    name: 'Not now',
    strategy: 'optimise',
    due: days(10),
    playbook: [
      'Ask what has to happen first, and who decides on it',
      'Show what each month of waiting costs',
      'Agree on a smaller start with a date',
    ],
    support: [
      {
        id: 'timing-executive-call',
        name: 'Executive calls the sponsor',
        department: 'management',
        when: atLeast(amount, 100_000),
        due: days(5),
      },
    ],
  },
  {
    id: 'legal-terms',
    name: 'Terms not acceptable',
    blocks: true,
    strategy: 'exclude',
    due: days(10),
    playbook: [
      'Have each clause named with the reason behind it',
      'Explain the terms before changing them',
      'Offer the fallback wording that legal keeps ready',
    ],
    support: [{ id: 'terms-explained', name: 'Clauses discussed with counsel', department: 'legal', due: days(5) }],
  },
  {
    id: 'no-budget',
    name: 'No budget',
    blocks: true,
    strategy: 'optimise',
    due: days(10),
    playbook: [
      'Find whose budget the pain is paid from today',
      'Spread the price over the years or start with one team',
      'Help the sponsor to write the request for money',
    ],
    support: [
      { id: 'payment-spread', name: 'Payment plan worked out', department: 'finance', due: days(3) },
      { id: 'budget-sponsor', name: 'Manager visits the budget holder', department: 'management', due: days(5) },
    ],
  },
]
