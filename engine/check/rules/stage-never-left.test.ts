import { aDrawing, aStage, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('stage-never-left', {
  isContentWith: { 'a stage that leads on, and an end': aDrawing({}) },
  complainsAbout: {
    'a stage without a way on': {
      in: aDrawing({ stages: [aStage('need'), aStage('pilot')], transitions: [aWay('need', 'pilot')] }),
      at: [{ kind: 'stage', id: 'pilot', values: { stage: 'pilot' } }],
    },
    'a stage that leads only to itself': {
      in: aDrawing({ transitions: [aWay('need', 'need')] }),
      at: [{ kind: 'stage', id: 'need' }],
    },
  },
})
