import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const need = {
  elements: [{ id: 'budget', name: 'Budget', value: { kind: 'money' as const } }],
  commitments: [{ id: 'approve', name: 'Approves' }],
}
const look = (...brings: string[]) => [{ id: 'look', name: 'Look', brings }]

verifyCheck('support-brings-unknown', {
  isContentWith: { 'a call for an element': aDrawing({ need: { ...need, support: look('budget') } }) },
  complainsAbout: {
    'a call for what is gone, and for what only the customer can give': {
      in: aDrawing({ need: { ...need, support: look('budget', 'tender', 'approve') } }),
      at: [
        { kind: 'support', id: 'look', stage: 'need', values: { support: 'Look', missing: 'tender' } },
        { kind: 'support', id: 'look', stage: 'need', values: { support: 'Look', missing: 'approve' } },
      ],
    },
  },
})
