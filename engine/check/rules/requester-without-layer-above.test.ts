import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const chain = (requester: 'counts' | 'layer-above', ...board: string[]) =>
  aDrawing({
    chain: {
      layers: [
        { id: 'team', name: 'Team' },
        { id: 'board', name: 'Board' },
      ],
      roles: [
        { id: 'handler', name: 'Handler', kind: 'handler', layer: 'team' },
        ...board.map((id) => ({ id, name: id, kind: 'decider' as const, layer: 'board' })),
      ],
      policies: { requester },
    },
  })

verifyCheck('requester-without-layer-above', {
  isContentWith: {
    'a top layer in which another one can sign': chain('layer-above', 'chair', 'member'),
    'another policy': chain('counts', 'chair'),
    'a chain without layers': aDrawing({ chain: { policies: { requester: 'layer-above' } } }),
  },
  complainsAbout: {
    'a top layer of one role': {
      in: chain('layer-above', 'chair'),
      at: [{ kind: 'layer', id: 'board', values: { layer: 'Board', role: 'chair' } }],
    },
  },
})
