import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('commitment-without-role', {
  isContentWith: {
    'a commitment that a role gives': aDrawing({
      need: { commitments: [{ id: 'approve', name: 'Approves', role: 'boss' }] },
    }),
  },
  complainsAbout: {
    'a commitment without a role': {
      in: aDrawing({ need: { commitments: [{ id: 'approve', name: 'Approves' }] } }),
      at: [
        { kind: 'commitment', id: 'approve', stage: 'need', values: { commitment: 'Approves', stage: 'Need stated' } },
      ],
    },
  },
})
