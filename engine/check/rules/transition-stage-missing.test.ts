import { aDrawing, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('transition-stage-missing', {
  isContentWith: { 'a transition between two stages': aDrawing({}) },
  complainsAbout: {
    'a transition from a stage that is gone, and one to it': {
      in: aDrawing({ transitions: [aWay('need', 'pilot'), aWay('pilot', 'signed')] }),
      at: [
        { kind: 'transition', id: 'need-pilot', values: { place: 'Need stated → pilot', stage: 'pilot' } },
        { kind: 'transition', id: 'pilot-signed', values: { place: 'pilot → Contract signed', stage: 'pilot' } },
      ],
    },
  },
})
