import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const board = (count: number) => ({
  chain: {
    layers: [{ id: 'board', name: 'Board', rule: { kind: 'at-least' as const, count } }],
    roles: ['chair', 'member'].map((id) => ({ id, name: id, kind: 'decider' as const, layer: 'board' })),
  },
})

verifyCheck('layer-count-too-high', {
  isContentWith: {
    'as many signatures as roles': aDrawing(board(2)),
    'a layer without roles, which is another complaint': aDrawing({ chain: { ...board(2).chain, roles: [] } }),
  },
  complainsAbout: {
    'more signatures than roles': {
      in: aDrawing(board(3)),
      at: [{ kind: 'layer', id: 'board', values: { layer: 'Board', needed: '3', there: '2' } }],
    },
  },
})
