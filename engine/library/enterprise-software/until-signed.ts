import { below, days, is, isKnown, isOneOf, type StageDraft } from '../drawing.ts'
import { amount, bases, basis, changedTemplate, lostReasons, ownPaper } from './answers.ts'
import { atContract, atLoss, atReviews, atSignOff, atTerms } from './support.ts'

const flag = { kind: 'flag' } as const
const text = { kind: 'text' } as const
const date = { kind: 'date' } as const
const choice = (options: string[]) => ({ kind: 'choice' as const, options })

const boardApproval = (role: string, member: string) => ({
  id: `${role}-approves`,
  name: `Approves on the board: ${member}`,
  role,
  required: false,
  grade: 'written' as const,
})

/** From the choice of the vendor to the signed contract, and the way out. */
export const untilSigned: StageDraft[] = [
  {
    id: 'terms-agreed',
    name: 'Terms agreed',
    description:
      'Our template may be changed above 25,000; the customer’s own paper is taken above 100,000, once we are the choice and the decision maker has promised in writing to close open issues within 30 days.',
    elements: [
      {
        id: 'contract-basis',
        name: 'Paper of the contract chosen',
        value: choice(Object.values(bases)),
        from: ['counsel', 'buyer'],
      },
      {
        id: 'business-terms',
        name: 'Commercial terms agreed',
        value: flag,
        grade: 'written',
        from: ['buyer', 'negotiator', 'decision-maker'],
      },
      { id: 'legal-terms', name: 'Legal terms agreed', value: flag, grade: 'written', from: ['counsel', 'buyer'] },
    ],
    commitments: [
      {
        id: 'close-issues',
        name: 'Closes open legal issues within 30 days',
        role: 'decision-maker',
        required: false,
        grade: 'written',
      },
    ],
    actions: [
      { id: 'choose-paper', name: 'Offer our template first', brings: ['contract-basis'], due: days(5) },
      {
        id: 'agree-terms',
        name: 'Settle commercial and legal terms',
        brings: ['business-terms', 'legal-terms'],
        due: days(30),
      },
    ],
    support: atTerms,
    exit: {
      all: [
        { any: [is(basis, bases.ours), changedTemplate, ownPaper] },
        isKnown('attribute.discount'),
        isKnown('attribute.payment-terms'),
      ],
    },
  },
  {
    id: 'departments-cleared',
    name: 'Departments cleared it',
    description: 'The customer’s departments look at it side by side, each where the purchase concerns it.',
    elements: [
      {
        id: 'security-questionnaire',
        name: 'Security questionnaire received back',
        value: date,
        required: false,
        from: ['security-officer', 'buyer'],
      },
    ],
    commitments: [
      { id: 'buyer-clears', name: 'Clears the purchase', role: 'buyer' },
      {
        id: 'budget-cleared',
        name: 'Confirms the budget line',
        role: 'controller',
        required: false,
        validity: days(90),
      },
      { id: 'vendor-registered', name: 'Registers us as a vendor', role: 'vendor-clerk', required: false },
      { id: 'it-clears', name: 'Clears the architecture', role: 'it-architect', required: false },
      { id: 'counsel-clears', name: 'Clears the contract', role: 'counsel', required: false },
      { id: 'negotiation-closed', name: 'Closes the negotiation', role: 'negotiator', required: false },
      { id: 'security-clears', name: 'Clears the security review', role: 'security-officer', required: false },
      { id: 'privacy-clears', name: 'Clears the privacy review', role: 'privacy-officer', required: false },
      { id: 'compliance-clears', name: 'Clears the compliance question', role: 'compliance-officer', required: false },
      { id: 'people-clears', name: 'Clears the service staff', role: 'people-partner', required: false },
    ],
    actions: [
      {
        id: 'guide-reviews',
        name: 'Lead the reviews with the buyer, department by department',
        brings: ['buyer-clears', 'budget-cleared'],
        due: days(21),
      },
    ],
    support: atReviews,
    exit: is('layer.review', true),
  },
  {
    id: 'signed-off',
    name: 'Purchase signed off',
    description: 'Every layer that the amount asks for has approved.',
    join: 'all',
    commitments: [
      { id: 'department-approves', name: 'Approves for the department', role: 'department-head', grade: 'written' },
      {
        id: 'finance-approves',
        name: 'Approves the spending',
        role: 'finance-director',
        required: false,
        grade: 'written',
        validity: days(90),
      },
      {
        id: 'executive-approves',
        name: 'Approves the purchase',
        role: 'chief-executive',
        required: false,
        grade: 'written',
      },
      boardApproval('board-chair', 'chair'),
      boardApproval('board-auditor', 'audit'),
      boardApproval('board-technologist', 'technology'),
    ],
    actions: [
      {
        id: 'lead-sign-off',
        name: 'Go up the layers with the sponsor',
        brings: ['department-approves'],
        due: days(4),
      },
    ],
    support: atSignOff,
    exit: {
      all: ['requesting-team', 'department', 'review', 'finance-leadership', 'executive', 'board'].map((layer) =>
        is(`layer.${layer}`, true),
      ),
    },
  },
  {
    id: 'contract-signed',
    name: 'Contract signed',
    description: 'Signed by both, ordered where the customer orders, and checked by us before it is billed.',
    end: 'won',
    elements: [
      {
        id: 'contract',
        name: 'Contract signed by both',
        value: flag,
        grade: 'signed',
        from: ['chief-executive', 'finance-director', 'department-head'],
      },
      {
        id: 'order-number',
        name: 'Purchase order placed',
        value: text,
        required: false,
        grade: 'written',
        from: ['buyer'],
      },
      { id: 'win-reason', name: 'Reason for choosing us told', value: text, from: ['decision-maker', 'champion'] },
    ],
    actions: [
      { id: 'collect-signature', name: 'Collect the signed contract', brings: ['contract'], due: days(5) },
      { id: 'ask-why-us', name: 'Ask why they chose us', brings: ['win-reason'], due: days(10) },
    ],
    support: atContract,
    exit: { any: [is('element.order-number-needed', 'no order needed'), isKnown('element.order-number')] },
  },
  {
    id: 'chose-otherwise',
    name: 'Decided otherwise',
    description: 'Another vendor, their own people, or nothing: the reason is what we learn from it.',
    end: 'lost',
    elements: [
      {
        id: 'lost-reason',
        name: 'Reason against us told',
        value: choice(Object.values(lostReasons)),
        from: ['decision-maker', 'handler', 'champion'],
      },
      { id: 'rival', name: 'Preferred vendor named', value: text, required: false, from: ['handler', 'champion'] },
      {
        id: 'lost-details',
        name: 'Circumstances told',
        value: text,
        required: false,
        from: ['handler', 'champion'],
      },
    ],
    actions: [{ id: 'ask-why-not', name: 'Ask what decided it', brings: ['lost-reason'], due: days(10) }],
    support: atLoss,
    exit: {
      all: [
        { any: [isOneOf('element.lost-reason', otherThan(lostReasons.rival)), isKnown('element.rival')] },
        {
          any: [
            { all: [below(amount, 25_000), isOneOf('element.lost-reason', otherThan(lostReasons.other))] },
            isKnown('element.lost-details'),
          ],
        },
      ],
    },
  },
]

function otherThan(reason: string): string[] {
  return Object.values(lostReasons).filter((one) => one !== reason)
}
