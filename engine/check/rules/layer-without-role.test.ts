import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const layers = [{ id: 'board', name: 'Board' }]

verifyCheck('layer-without-role', {
  isContentWith: {
    'a layer with a role': aDrawing({
      chain: { layers, roles: [{ id: 'chair', name: 'Chair', kind: 'decider', layer: 'board' }] },
    }),
  },
  complainsAbout: {
    'a layer whose only role stands beside the chain': {
      in: aDrawing({ chain: { layers, roles: [{ id: 'chair', name: 'Chair', kind: 'decider' }] } }),
      at: [{ kind: 'layer', id: 'board', values: { layer: 'Board' } }],
    },
  },
})
