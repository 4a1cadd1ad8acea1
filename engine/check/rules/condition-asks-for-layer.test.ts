import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const board = (when: ReturnType<typeof ask>) => ({
  ...factsToAskFor,
  chain: {
    layers: [
      { id: 'team', name: 'Team' },
      { id: 'board', name: 'Board', when },
    ],
  },
})

verifyCheck('condition-asks-for-layer', {
  isContentWith: {
    'a layer that is needed above an amount': aDrawing(board(ask('attribute.amount', 'greaterThan', 5))),
    'a stage that asks for a layer': aDrawing({
      ...board(ask('attribute.amount', 'greaterThan', 5)),
      need: { exit: ask('layer.team', 'equal') },
    }),
  },
  complainsAbout: {
    'a layer that is needed once another has signed': {
      in: aDrawing(board(ask('layer.team', 'equal'))),
      at: [{ kind: 'layer', id: 'board', values: { place: 'Board', layer: 'Team' } }],
    },
  },
})
