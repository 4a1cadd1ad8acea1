import { atLeast, atMost, below, days, hours, is, isKnown, isOneOf, type StageDraft } from '../drawing.ts'
import { amount, decision, decisions } from './answers.ts'
import { atChoice, atInterest, atProblem, atProposal, atRequirements, atSolution } from './support.ts'

const flag = { kind: 'flag' } as const
const text = { kind: 'text' } as const
const date = { kind: 'date' } as const
const choice = (options: string[]) => ({ kind: 'choice' as const, options })

const offers = 'element.offers-compared'
const calledForProposals = is('element.comparison', 'call for proposals')

/** How many offers the customer's own rules ask for, by what it spends in a year. */
const comparedAsSpendAsks = {
  any: [
    below(amount, 25_000),
    { all: [atMost(amount, 100_000), atLeast(offers, 2)] },
    { all: [atMost(amount, 250_000), atLeast(offers, 2), calledForProposals] },
    { all: [atLeast(offers, 5), calledForProposals] },
  ],
}

/** From the first contact to the choice of the vendor. */
export const untilChosen: StageDraft[] = [
  {
    id: 'interest-shown',
    name: 'Interest shown',
    description:
      'The customer has an initiative, somebody with a part in it talks to us, and the next step has a date.',
    elements: [
      { id: 'initiative', name: 'Initiative named', value: text, from: ['handler', 'champion', 'introducer'] },
      {
        id: 'part-in-purchase',
        name: 'Own part in the purchase stated',
        value: choice(['evaluates', 'decides', 'judges the technology', 'advises']),
        from: ['handler', 'champion'],
      },
      { id: 'next-step', name: 'Next step agreed', value: date, from: ['handler', 'champion'] },
    ],
    commitments: [
      { id: 'introduction', name: 'Introduces us to the decision maker', role: 'introducer', required: false },
    ],
    actions: [
      {
        id: 'first-call',
        name: 'Call back within a day and ask what it is about',
        brings: ['initiative', 'part-in-purchase'],
        due: days(1),
      },
      { id: 'agree-next-step', name: 'Agree on a dated next step', brings: ['next-step'], due: days(5) },
    ],
    support: atInterest,
    // A next step further off than sixty days is no next step yet.
    exit: { all: [isKnown(amount), atLeast('days-since.element.next-step', -60)] },
  },
  {
    id: 'problem-disclosed',
    name: 'Problem disclosed',
    description: 'What hurts, whom, and how many people would use a remedy.',
    elements: [
      { id: 'pain', name: 'Pain disclosed', value: text, from: ['handler', 'user-lead', 'champion'] },
      { id: 'people-involved', name: 'People involved named', value: text, from: ['handler', 'champion'] },
      {
        id: 'scoping-meeting',
        name: 'Meeting on requirements accepted',
        value: date,
        grade: 'written',
        from: ['handler', 'champion'],
      },
    ],
    actions: [
      {
        id: 'discovery-visit',
        name: 'Visit the users and ask for the pain',
        brings: ['pain', 'people-involved'],
        due: days(10),
      },
      {
        id: 'send-recap',
        name: 'Send what was understood and propose the next meeting',
        brings: ['scoping-meeting'],
        due: days(12),
      },
    ],
    support: atProblem,
    exit: { all: [isKnown('attribute.users-expected'), isKnown('attribute.product'), isKnown('attribute.delivery')] },
  },
  {
    id: 'requirements-shared',
    name: 'Requirements shared',
    description: 'Requirements, criteria and the way to a decision are on the table; somebody inside speaks for us.',
    elements: [
      {
        id: 'requirements',
        name: 'Requirements handed over',
        value: flag,
        grade: 'written',
        from: ['handler', 'technical-lead', 'user-lead'],
      },
      {
        id: 'decision-criteria',
        name: 'Criteria of the decision disclosed',
        value: text,
        from: ['handler', 'champion'],
      },
      { id: 'decision-path', name: 'Way to the decision disclosed', value: text, from: ['handler', 'champion'] },
      { id: 'measures', name: 'Measures of success named', value: text, from: ['user-lead', 'department-head'] },
    ],
    commitments: [{ id: 'speaks-for-us', name: 'Speaks for us inside', role: 'champion' }],
    actions: [
      {
        id: 'requirements-workshop',
        name: 'Hold a workshop on requirements',
        brings: ['requirements', 'measures'],
        due: days(14),
      },
      {
        id: 'map-decision',
        name: 'Draw the way to the decision with the champion',
        brings: ['decision-criteria', 'decision-path', 'speaks-for-us'],
        due: days(14),
      },
    ],
    support: atRequirements,
  },
  {
    id: 'solution-accepted',
    name: 'Solution accepted by users',
    description: 'Tried against criteria agreed beforehand; users and technicians would take it.',
    elements: [
      {
        id: 'success-criteria',
        name: 'Criteria of the trial agreed',
        value: flag,
        grade: 'written',
        from: ['technical-lead', 'user-lead'],
      },
      {
        id: 'evaluation-result',
        name: 'Result of the trial disclosed',
        value: choice(['met', 'met with exceptions', 'not met']),
        from: ['technical-lead', 'user-lead'],
      },
      { id: 'paper-path', name: 'Way of the paper disclosed', value: text, from: ['handler', 'buyer'] },
    ],
    commitments: [
      { id: 'users-recommend', name: 'Recommends us for the users', role: 'user-lead' },
      { id: 'technology-recommends', name: 'Recommends us on technical grounds', role: 'technical-lead' },
    ],
    actions: [
      {
        id: 'run-trial',
        name: 'Run the trial against the agreed criteria',
        brings: ['success-criteria', 'evaluation-result'],
        due: days(30),
      },
      { id: 'win-users', name: 'Win the head of the users', brings: ['users-recommend'], due: days(30) },
      { id: 'win-technicians', name: 'Win the technical lead', brings: ['technology-recommends'], due: days(30) },
      { id: 'learn-paper-path', name: 'Ask who signs what, in which order', brings: ['paper-path'], due: days(30) },
    ],
    support: atSolution,
    exit: isOneOf('element.evaluation-result', ['met', 'met with exceptions']),
  },
  {
    id: 'proposal-accepted',
    name: 'Proposal accepted in principle',
    description: 'Price, money and dates are agreed in principle.',
    elements: [
      {
        id: 'price-accepted',
        name: 'Price accepted in principle',
        value: flag,
        from: ['department-head', 'decision-maker', 'buyer'],
      },
      {
        id: 'budget',
        name: 'Budget confirmed',
        value: { kind: 'money' },
        grade: 'written',
        from: ['department-head', 'controller', 'finance-director'],
      },
      {
        id: 'budget-plan',
        name: 'Place of the budget disclosed',
        value: choice(['in the plan', 'outside the plan']),
        from: ['controller', 'finance-director', 'department-head'],
      },
      {
        id: 'signing-date',
        name: 'Date of signature planned',
        value: date,
        grade: 'written',
        from: ['handler', 'buyer'],
      },
      {
        id: 'order-number-needed',
        name: 'Need of a purchase order stated',
        value: choice(['order needed', 'no order needed']),
        from: ['buyer', 'handler'],
      },
    ],
    actions: [
      { id: 'present-proposal', name: 'Present the proposal to who pays', brings: ['price-accepted'], due: days(14) },
      { id: 'confirm-budget', name: 'Have the budget confirmed', brings: ['budget', 'budget-plan'], due: days(14) },
      {
        id: 'plan-signature',
        name: 'Write the plan to signature together',
        brings: ['signing-date', 'order-number-needed'],
        due: days(14),
      },
    ],
    support: atProposal,
  },
  {
    id: 'vendor-chosen',
    name: 'Vendor chosen',
    description: 'Offers were compared as the customer’s rules for this spend ask, and we are the choice.',
    elements: [
      {
        id: 'decision',
        name: 'Choice of the vendor disclosed',
        value: choice(Object.values(decisions)),
        from: ['decision-maker', 'handler', 'buyer'],
      },
      {
        id: 'offers-compared',
        name: 'Number of offers compared disclosed',
        value: { kind: 'number', unit: 'offers' },
        required: false,
        from: ['buyer', 'handler'],
      },
      {
        id: 'comparison',
        name: 'Kind of comparison disclosed',
        value: choice(['quick comparison', 'call for proposals']),
        required: false,
        from: ['buyer', 'handler'],
      },
    ],
    commitments: [
      { id: 'selects-us', name: 'Selects us', role: 'decision-maker' },
      { id: 'files-request', name: 'Files the purchase request', role: 'handler' },
    ],
    actions: [
      { id: 'meet-decision-maker', name: 'Meet the decision maker', brings: ['decision', 'selects-us'], due: days(14) },
      {
        id: 'help-request',
        name: 'Help the project lead to write the purchase request',
        brings: ['files-request'],
        due: days(14),
      },
      {
        id: 'ask-buyer',
        name: 'Ask the buyer within two days what the rules of comparison are',
        brings: ['comparison'],
        required: false,
        due: hours(48),
      },
    ],
    support: atChoice,
    exit: { all: [is(decision, decisions.us), comparedAsSpendAsks] },
  },
]
