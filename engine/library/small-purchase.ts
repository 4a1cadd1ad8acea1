import type { ProcessModelDraft } from '../model/process-model.ts'
import { days, grid, hours, type TransitionDraft } from './drawing.ts'

const path = (from: string, to: string): TransitionDraft => ({ id: `${from}-to-${to}`, from, to })

/** A purchase that one person asks for and one person approves: the least that is worth a process. */
export const smallPurchase: ProcessModelDraft = {
  formatVersion: 1,
  name: 'Small purchase',
  description: 'Somebody needs it, asks for a quote, has it approved, and orders. Three stages and one signature.',
  currency: 'USD',
  attributes: [{ id: 'amount', name: 'Amount', value: { kind: 'money' } }],
  stages: [
    {
      id: 'need-stated',
      name: 'Need stated',
      elements: [
        { id: 'need', name: 'What is needed, and by when', value: { kind: 'text' }, from: ['requester'] },
        { id: 'budget', name: 'Budget', value: { kind: 'money' }, from: ['requester', 'approver'] },
      ],
      actions: [{ id: 'call', name: 'Call whoever asked', brings: ['need', 'budget'], due: days(2) }],
    },
    {
      id: 'quote-accepted',
      name: 'Quote accepted',
      commitments: [{ id: 'accepts-quote', name: 'Accepts the quote', role: 'requester', validity: days(30) }],
      actions: [{ id: 'send-quote', name: 'Send the quote', brings: ['accepts-quote'], due: days(3) }],
      support: [
        {
          id: 'discount',
          name: 'Discount',
          department: 'sales-management',
          when: { fact: 'attribute.amount', operator: 'greaterThan', value: 10_000 },
          due: hours(8),
        },
      ],
    },
    {
      id: 'ordered',
      name: 'Ordered',
      end: 'won',
      elements: [
        { id: 'order', name: 'Order received', value: { kind: 'flag' }, grade: 'written', from: ['requester'] },
      ],
      commitments: [{ id: 'approves', name: 'Approves the order', role: 'approver' }],
      actions: [{ id: 'ask-for-order', name: 'Ask for the order', brings: ['order', 'approves'], due: days(7) }],
    },
  ],
  transitions: [path('need-stated', 'quote-accepted'), path('quote-accepted', 'ordered')],
  chain: {
    layers: [{ id: 'approval', name: 'Approval', rule: { kind: 'all' } }],
    roles: [
      { id: 'requester', name: 'Requester', kind: 'user-buyer' },
      { id: 'approver', name: 'Approver', kind: 'decider', layer: 'approval' },
    ],
  },
  departments: [{ id: 'sales-management', name: 'Sales management' }],
  objectionTypes: [
    {
      id: 'price',
      name: 'Too expensive',
      strategy: 'answer',
      playbook: ['Ask what it is compared with', 'Offer a smaller package before a discount'],
      due: days(2),
    },
  ],
  layout: grid({ 'need-stated': [0, 0], 'quote-accepted': [1, 0], ordered: [2, 0] }),
}
