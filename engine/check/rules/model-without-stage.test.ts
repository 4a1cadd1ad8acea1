import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('model-without-stage', {
  isContentWith: { 'a drawing with stages': aDrawing({}) },
  complainsAbout: {
    'an empty drawing': { in: aDrawing({ stages: [], transitions: [] }), at: [{ kind: 'model', id: 'model' }] },
  },
})
