import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const roles = [{ id: 'chair', name: 'Chair', kind: 'decider' as const, layer: 'board' }]

verifyCheck('role-layer-missing', {
  isContentWith: {
    'a role in a layer': aDrawing({ chain: { roles, layers: [{ id: 'board', name: 'Board' }] } }),
    'a role beside the chain': aDrawing({ chain: { roles: [{ id: 'friend', name: 'Friend', kind: 'champion' }] } }),
  },
  complainsAbout: {
    'a role in a layer that is gone': {
      in: aDrawing({ chain: { roles } }),
      at: [{ kind: 'role', id: 'chair', values: { role: 'Chair', layer: 'board' } }],
    },
  },
})
