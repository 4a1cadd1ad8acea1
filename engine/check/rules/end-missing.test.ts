import { aDrawing, aStage, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('end-missing', {
  isContentWith: {
    'a path to an end': aDrawing({}),
    'an empty drawing, which is another complaint': aDrawing({ stages: [], transitions: [] }),
  },
  complainsAbout: {
    'stages of which none is an end': {
      in: aDrawing({ stages: [aStage('need'), aStage('signed')] }),
      at: [{ kind: 'model', id: 'model' }],
    },
    'an end that no deal reaches': {
      in: aDrawing({
        stages: [aStage('need'), aStage('offer'), aStage('signed', { end: 'won' })],
        transitions: [aWay('need', 'offer'), aWay('signed', 'signed')],
      }),
      at: [{ kind: 'model', id: 'model' }],
    },
  },
})
