import type { ProcessModelDraft } from '../model/process-model.ts'
import { days, grid, hours, is, type StageDraft, type TransitionDraft } from './drawing.ts'

const path = (from: string, to: string): TransitionDraft => ({ id: `${from}-to-${to}`, from, to })

const stages: StageDraft[] = [
  {
    id: 'pain-disclosed',
    name: 'Pain disclosed',
    description: 'Identify pain: the customer says what hurts, and what it costs.',
    elements: [
      { id: 'pain', name: 'Pain named', value: { kind: 'text' }, from: ['champion', 'users'] },
      { id: 'metrics', name: 'Metrics: what solving it is worth a year', value: { kind: 'money' }, from: ['champion'] },
    ],
    actions: [{ id: 'discover', name: 'Discovery meeting', brings: ['pain', 'metrics'], due: days(7) }],
  },
  {
    id: 'champion-won',
    name: 'Champion won',
    description: 'Champion: somebody with influence, who gains by it, sells inside when we are not there.',
    commitments: [{ id: 'champions-us', name: 'Opens the way to who decides', role: 'champion' }],
    actions: [
      {
        id: 'test-champion',
        name: 'Agree with the champion on the next inside steps',
        brings: ['champions-us'],
        due: days(14),
      },
    ],
  },
  {
    id: 'criteria-agreed',
    name: 'Decision criteria agreed',
    description: 'Decision criteria and competition: by what they choose, and among whom.',
    elements: [
      { id: 'criteria', name: 'Decision criteria', value: { kind: 'text' }, grade: 'written', from: ['evaluator'] },
      { id: 'competition', name: 'Competition named', value: { kind: 'text' }, from: ['champion', 'evaluator'] },
    ],
    commitments: [{ id: 'recommends', name: 'Recommends us on these criteria', role: 'evaluator' }],
    actions: [
      {
        id: 'write-criteria',
        name: 'Write the criteria down with the evaluator',
        brings: ['criteria', 'competition'],
        due: days(14),
      },
      { id: 'prove', name: 'Prove the criteria', brings: ['recommends'], due: days(30) },
    ],
    support: [
      {
        id: 'proof',
        name: 'Proof on the customer’s criteria',
        department: 'presales',
        due: hours(40),
        brings: ['competition'],
      },
    ],
  },
  {
    id: 'process-known',
    name: 'Decision process known',
    description: 'Decision process and economic buyer: who signs, in which order, by when.',
    elements: [
      {
        id: 'steps',
        name: 'Steps and dates of the decision',
        value: { kind: 'text' },
        grade: 'written',
        from: ['champion', 'economic-buyer'],
      },
      { id: 'decision-day', name: 'Day of the decision', value: { kind: 'date' }, from: ['economic-buyer'] },
    ],
    commitments: [{ id: 'agrees-value', name: 'Agrees that it is worth the price', role: 'economic-buyer' }],
    actions: [
      {
        id: 'meet-economic-buyer',
        name: 'Meet the economic buyer',
        brings: ['agrees-value', 'decision-day'],
        due: days(21),
      },
      { id: 'mutual-plan', name: 'Write the plan of both sides', brings: ['steps'], due: days(14) },
    ],
  },
  {
    id: 'paper-done',
    name: 'Paper process done',
    description: 'Paper process: procurement, legal and security have what they need.',
    elements: [{ id: 'terms', name: 'Terms agreed', value: { kind: 'flag' }, grade: 'written', from: ['buyer'] }],
    commitments: [{ id: 'buyer-clears', name: 'Clears the purchase', role: 'buyer' }],
    actions: [{ id: 'negotiate', name: 'Negotiate the terms', brings: ['terms', 'buyer-clears'], due: days(30) }],
    support: [
      { id: 'review-terms', name: 'Review of the terms', department: 'legal', due: hours(24), brings: ['terms'] },
    ],
  },
  {
    id: 'signed',
    name: 'Contract signed',
    end: 'won',
    commitments: [{ id: 'signs', name: 'Signs the contract', role: 'economic-buyer', grade: 'signed' }],
    actions: [{ id: 'bring-contract', name: 'Bring the contract to signature', brings: ['signs'], due: days(14) }],
  },
  {
    id: 'lost',
    name: 'Chose otherwise',
    end: 'lost',
    elements: [
      { id: 'reason', name: 'Why they chose otherwise', value: { kind: 'text' }, from: ['champion', 'economic-buyer'] },
    ],
  },
]

/** The eight letters of MEDDPICC as a purchase: a skeleton, to be filled with what one’s own customers do. */
export const meddpicc: ProcessModelDraft = {
  formatVersion: 1,
  name: 'MEDDPICC skeleton',
  description:
    'Metrics, economic buyer, decision criteria, decision process, paper process, identify pain, champion and competition, each as what the customer discloses or promises. A skeleton: put in what your own customers do.',
  currency: 'USD',
  attributes: [
    { id: 'amount', name: 'Amount', value: { kind: 'money' } },
    { id: 'outcome', name: 'Where they decided', value: { kind: 'choice', options: ['for us', 'for another'] } },
  ],
  stages,
  transitions: [
    path('pain-disclosed', 'champion-won'),
    path('champion-won', 'criteria-agreed'),
    path('criteria-agreed', 'process-known'),
    path('process-known', 'paper-done'),
    path('paper-done', 'signed'),
    { ...path('pain-disclosed', 'lost'), condition: is('attribute.outcome', 'for another') },
  ],
  chain: {
    layers: [
      { id: 'evaluation', name: 'Evaluation', rule: { kind: 'all' } },
      { id: 'approval', name: 'Approval', rule: { kind: 'all' } },
    ],
    specialists: [{ id: 'procurement', name: 'Procurement', layer: 'approval', usually: days(14) }],
    roles: [
      { id: 'users', name: 'Users', kind: 'user-buyer' },
      { id: 'champion', name: 'Champion', kind: 'champion' },
      { id: 'evaluator', name: 'Technical evaluator', kind: 'technical-buyer', layer: 'evaluation' },
      { id: 'buyer', name: 'Buyer', kind: 'gatekeeper', specialist: 'procurement' },
      { id: 'economic-buyer', name: 'Economic buyer', kind: 'economic-buyer', layer: 'approval' },
    ],
  },
  departments: [
    { id: 'presales', name: 'Presales' },
    { id: 'legal', name: 'Legal' },
  ],
  objectionTypes: [
    {
      id: 'competitor',
      name: 'A competitor is ahead',
      strategy: 'exclude',
      playbook: [
        'Ask which criterion the competitor wins on',
        'Bring the criterion back to the pain and its cost',
        'Let a customer who changed over speak',
      ],
      due: days(5),
    },
    {
      id: 'no-urgency',
      name: 'No reason to do it now',
      strategy: 'answer',
      playbook: [
        'Reckon with the champion what a quarter of waiting costs',
        'Ask the economic buyer what else waits for it',
      ],
      due: days(7),
    },
  ],
  layout: grid({
    'pain-disclosed': [0, 0],
    'champion-won': [1, 0],
    'criteria-agreed': [2, 0],
    'process-known': [3, 0],
    'paper-done': [4, 0],
    signed: [5, 0],
    lost: [1, 1],
  }),
}
