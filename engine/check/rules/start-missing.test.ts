import { aDrawing, aStage, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('start-missing', {
  isContentWith: {
    'a stage that no transition leads to': aDrawing({}),
    'a drawing without stages, which is another complaint': aDrawing({ stages: [], transitions: [] }),
  },
  complainsAbout: {
    'stages that all follow another one': {
      in: aDrawing({ transitions: [aWay('need', 'signed'), aWay('signed', 'need')] }),
      at: [{ kind: 'model', id: 'model' }],
    },
    'a single stage that follows itself': {
      in: aDrawing({ stages: [aStage('need')], transitions: [aWay('need', 'need')] }),
      at: [{ kind: 'model', id: 'model' }],
    },
  },
})
