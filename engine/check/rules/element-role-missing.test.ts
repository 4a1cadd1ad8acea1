import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const from = (...roles: string[]) => ({
  elements: [{ id: 'budget', name: 'Budget', value: { kind: 'money' as const }, from: roles }],
})
const chain = { roles: [{ id: 'handler', name: 'Handler', kind: 'handler' as const }] }

verifyCheck('element-role-missing', {
  isContentWith: { 'an element from a role of the chain': aDrawing({ need: from('handler'), chain }) },
  complainsAbout: {
    'an element from a role that is gone': {
      in: aDrawing({ need: from('handler', 'treasurer'), chain }),
      at: [{ kind: 'element', id: 'budget', stage: 'need', values: { element: 'Budget', role: 'treasurer' } }],
    },
  },
})
