import type { ProcessModelDraft } from '#engine'

type Stage = NonNullable<ProcessModelDraft['stages']>[number]

/** A purchase in four stages, with something of all that a model can hold. Recorded deals run on it. */
export const recordedPurchase: ProcessModelDraft = {
  formatVersion: 1,
  name: 'Purchase of a packing line',
  attributes: [{ id: 'amount', name: 'Amount', value: { kind: 'money' } }],
  stages: [
    {
      id: 'need',
      name: 'Need stated',
      elements: [{ id: 'inquiry', name: 'Inquiry received', value: { kind: 'flag' }, from: ['plant-engineer'] }],
      actions: [{ id: 'visit-plant', name: 'Visit the plant', brings: ['inquiry'], due: { unit: 'days', amount: 5 } }],
    },
    {
      id: 'funding',
      name: 'Budget confirmed',
      elements: [
        { id: 'budget', name: 'Budget', value: { kind: 'money' }, from: ['controller'] },
        { id: 'funded-on', name: 'Date of the budget', value: { kind: 'date' }, required: false, from: ['controller'] },
      ],
      commitments: [{ id: 'recommend', name: 'Recommends us', role: 'plant-engineer', required: false }],
      actions: [{ id: 'meet-controller', name: 'Meet the controller', brings: ['budget'] }],
    },
    {
      id: 'approval',
      name: 'Purchase approved',
      commitments: [
        { id: 'agree', name: 'Agrees to the purchase', role: 'plant-manager', required: false },
        { id: 'approve', name: 'Approves the purchase', role: 'managing-director', required: false },
      ],
      exit: {
        all: [
          { fact: 'layer.plant', operator: 'equal', value: true },
          { fact: 'layer.board', operator: 'equal', value: true },
        ],
      },
      actions: [{ id: 'present', name: 'Present to the board', brings: ['approve'] }],
      support: [
        {
          id: 'terms',
          name: 'Review of the terms',
          department: 'legal',
          when: { fact: 'attribute.amount', operator: 'greaterThan', value: 25000 },
          due: { unit: 'hours', amount: 8 },
          blocks: true,
          brings: ['contract'],
        },
      ],
    },
    {
      id: 'signed',
      name: 'Contract signed',
      elements: [{ id: 'contract', name: 'Signed contract', value: { kind: 'flag' }, from: ['managing-director'] }],
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
      { id: 'plant', name: 'Plant' },
      { id: 'board', name: 'Board', when: { fact: 'attribute.amount', operator: 'greaterThanInclusive', value: 5000 } },
    ],
    roles: [
      { id: 'plant-engineer', name: 'Plant engineer', kind: 'user-buyer' },
      { id: 'controller', name: 'Controller', kind: 'economic-buyer' },
      { id: 'plant-manager', name: 'Plant manager', kind: 'handler', layer: 'plant' },
      { id: 'managing-director', name: 'Managing director', kind: 'decider', layer: 'board' },
    ],
    styles: [{ id: 'top-leader', name: 'Top-leader project', leader: 'managing-director' }],
  },
  departments: [
    { id: 'legal', name: 'Legal' },
    { id: 'service', name: 'Service' },
  ],
  objectionTypes: [
    {
      id: 'downtime',
      name: 'Fears downtime',
      blocks: true,
      playbook: ['Show the changeover at another plant'],
      due: { unit: 'days', amount: 10 },
      support: [
        {
          id: 'changeover-plan',
          name: 'Plan of the changeover',
          department: 'service',
          due: { unit: 'days', amount: 2 },
        },
      ],
    },
  ],
}

/** The same purchase in a hurry: visits are due, and help is called, within seconds. */
export const hastyPurchase: ProcessModelDraft = {
  ...recordedPurchase,
  name: 'Purchase in a hurry',
  stages: recordedPurchase.stages?.map(inAHurry),
}

function inAHurry(stage: Stage): Stage {
  const actions = stage.actions?.map((action) => ({ ...action, due: { unit: 'minutes' as const, amount: 0.02 } }))
  const late = {
    id: `late-${stage.id}`,
    name: 'Company on the next visit',
    department: 'service',
    late: { unit: 'minutes' as const, amount: 0.04 },
    due: { unit: 'minutes' as const, amount: 0.02 },
  }
  return { ...stage, ...(actions && { actions }), support: [...(stage.support ?? []), late] }
}
