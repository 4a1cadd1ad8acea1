import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const led = (role: string, leader = 'chair') =>
  aDrawing({
    need: { commitments: [{ id: 'approve', name: 'Approves', role }] },
    chain: {
      layers: [
        { id: 'team', name: 'Team' },
        { id: 'board', name: 'Board' },
      ],
      roles: [
        { id: 'handler', name: 'Handler', kind: 'handler', layer: 'team' },
        { id: 'chair', name: 'Chair', kind: 'decider', layer: 'board' },
      ],
      styles: [{ id: 'led', name: 'Led', leader }],
    },
  })

verifyCheck('style-leader-promises-nothing', {
  isContentWith: {
    'a leader who promises something': led('chair'),
    'a leader that is not drawn, which is another complaint': led('handler', 'nobody'),
  },
  complainsAbout: {
    'a leader of whom nothing is asked': {
      in: led('handler'),
      at: [{ kind: 'style', id: 'led', values: { style: 'Led', role: 'Chair' } }],
    },
  },
})
