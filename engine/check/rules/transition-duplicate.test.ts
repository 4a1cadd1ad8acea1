import { aDrawing, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('transition-duplicate', {
  isContentWith: {
    'transitions there and back': aDrawing({ transitions: [aWay('need', 'signed'), aWay('signed', 'need')] }),
  },
  complainsAbout: {
    'a second transition the same way': {
      in: aDrawing({ transitions: [aWay('need', 'signed'), aWay('need', 'signed', { id: 'again' })] }),
      at: [{ kind: 'transition', id: 'again', values: { from: 'Need stated', to: 'Contract signed' } }],
    },
  },
})
