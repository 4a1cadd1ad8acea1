import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const elements = [{ id: 'budget', name: 'Budget', value: { kind: 'money' as const } }]
const commitments = [{ id: 'approve', name: 'Approves' }]
const visit = (...brings: string[]) => [{ id: 'visit', name: 'Visit', brings }]

verifyCheck('action-brings-unknown', {
  isContentWith: {
    'an action that brings an element and a commitment': aDrawing({
      need: { elements, commitments, actions: visit('budget', 'approve') },
    }),
    'an action for the effect of a later stage': aDrawing({
      need: { actions: visit('budget') },
      signed: { elements },
    }),
  },
  complainsAbout: {
    'an action that brings what is gone': {
      in: aDrawing({ need: { elements, actions: visit('budget', 'tender') } }),
      at: [{ kind: 'action', id: 'visit', stage: 'need', values: { action: 'Visit', missing: 'tender' } }],
    },
  },
})
