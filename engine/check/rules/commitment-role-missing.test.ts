import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const need = { commitments: [{ id: 'approve', name: 'Approves', role: 'boss' }] }

verifyCheck('commitment-role-missing', {
  isContentWith: {
    'a commitment from a role of the chain': aDrawing({
      need,
      chain: { roles: [{ id: 'boss', name: 'Boss', kind: 'decider' }] },
    }),
    'a commitment without a role, which is another complaint': aDrawing({
      need: { commitments: [{ id: 'approve', name: 'Approves' }] },
    }),
  },
  complainsAbout: {
    'a commitment from a role that is gone': {
      in: aDrawing({ need }),
      at: [{ kind: 'commitment', id: 'approve', stage: 'need', values: { commitment: 'Approves', role: 'boss' } }],
    },
  },
})
