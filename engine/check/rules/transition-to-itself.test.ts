import { aDrawing, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('transition-to-itself', {
  isContentWith: { 'a transition to another stage': aDrawing({}) },
  complainsAbout: {
    'a transition from a stage to itself': {
      in: aDrawing({ transitions: [aWay('need', 'signed'), aWay('signed', 'signed')] }),
      at: [{ kind: 'transition', id: 'signed-signed', values: { stage: 'Contract signed' } }],
    },
  },
})
