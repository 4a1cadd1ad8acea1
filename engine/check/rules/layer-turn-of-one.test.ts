import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const board = (...roles: string[]) =>
  aDrawing({
    chain: {
      layers: [{ id: 'board', name: 'Board', rule: { kind: 'in-turn' } }],
      roles: roles.map((id) => ({ id, name: id, kind: 'decider', layer: 'board' })),
    },
  })

verifyCheck('layer-turn-of-one', {
  isContentWith: {
    'two who sign one after the other': board('chair', 'member'),
    'a layer without roles, which is another complaint': board(),
  },
  complainsAbout: {
    'one who signs alone': { in: board('chair'), at: [{ kind: 'layer', id: 'board', values: { layer: 'Board' } }] },
  },
})
