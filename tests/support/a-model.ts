import type { ProcessModelDraft, SupportTrigger } from '#engine'

/** Inquiry, budget, approval: the smallest purchase that has all that a purchase has. */
export const smallPurchase: ProcessModelDraft = {
  formatVersion: 1,
  name: 'Small purchase',
  attributes: [{ id: 'amount', name: 'Amount', value: { kind: 'money' } }],
  stages: [
    {
      id: 'need',
      name: 'Need stated',
      elements: [{ id: 'inquiry', name: 'Inquiry received', value: { kind: 'flag' }, from: ['handler'] }],
      actions: [
        { id: 'visit-handler', name: 'Visit the handler', brings: ['inquiry'], due: { unit: 'days', amount: 5 } },
      ],
    },
    {
      id: 'funding',
      name: 'Budget confirmed',
      elements: [{ id: 'budget', name: 'Budget', value: { kind: 'money' }, from: ['finance-head'] }],
      actions: [{ id: 'meet-finance', name: 'Meet the head of finance', brings: ['budget'] }],
    },
    {
      id: 'approval',
      name: 'Purchase approved',
      commitments: [{ id: 'approve', name: 'Approves the purchase', role: 'approver' }],
      actions: [{ id: 'meet-approver', name: 'Meet the approver', brings: ['approve'] }],
      support: [
        {
          id: 'legal-review',
          name: 'Review of the terms',
          department: 'legal',
          when: { fact: 'attribute.amount', operator: 'greaterThan', value: 25000 },
          due: { unit: 'hours', amount: 8 },
          blocks: true,
        },
      ],
    },
    {
      id: 'signed',
      name: 'Contract signed',
      elements: [{ id: 'contract', name: 'Signed contract', value: { kind: 'flag' }, from: ['approver'] }],
      end: 'won',
    },
  ],
  transitions: [
    { id: 'need-funding', from: 'need', to: 'funding' },
    { id: 'funding-approval', from: 'funding', to: 'approval' },
    { id: 'approval-signed', from: 'approval', to: 'signed' },
  ],
  chain: {
    layers: [
      { id: 'team', name: 'Team' },
      { id: 'management', name: 'Management' },
    ],
    roles: [
      { id: 'handler', name: 'Handler', kind: 'handler', layer: 'team' },
      { id: 'finance-head', name: 'Head of finance', kind: 'economic-buyer' },
      { id: 'approver', name: 'Approver', kind: 'decider', layer: 'management' },
    ],
    styles: [{ id: 'top-leader', name: 'Top-leader project', leader: 'approver' }],
  },
  departments: [{ id: 'legal', name: 'Legal' }],
  objectionTypes: [{ id: 'price', name: 'Too expensive', blocks: true, playbook: ['Show the cost of doing nothing'] }],
}

type StageDraft = NonNullable<ProcessModelDraft['stages']>[number]

/** The small purchase with another review by legal, and another stage of approval where told. */
export const withLegalReview = (
  change: Partial<SupportTrigger>,
  stage: Partial<StageDraft> = {},
): ProcessModelDraft => ({
  ...smallPurchase,
  stages: (smallPurchase.stages ?? []).map((one) =>
    one.id === 'approval'
      ? { ...one, ...stage, support: (one.support ?? []).map((review) => ({ ...review, ...change })) }
      : one,
  ),
})
