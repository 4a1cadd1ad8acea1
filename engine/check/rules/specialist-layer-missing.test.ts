import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const specialists = [{ id: 'finance', name: 'Finance', layer: 'board' }]

verifyCheck('specialist-layer-missing', {
  isContentWith: {
    'a department beside a layer': aDrawing({ chain: { specialists, layers: [{ id: 'board', name: 'Board' }] } }),
  },
  complainsAbout: {
    'a department beside a layer that is gone': {
      in: aDrawing({ chain: { specialists } }),
      at: [{ kind: 'specialist', id: 'finance', values: { specialist: 'Finance', layer: 'board' } }],
    },
  },
})
