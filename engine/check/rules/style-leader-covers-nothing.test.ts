import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const ledFrom = (layer: string | undefined) => ({
  chain: {
    layers: [
      { id: 'team', name: 'Team' },
      { id: 'board', name: 'Board' },
    ],
    roles: [{ id: 'chair', name: 'Chair', kind: 'decider' as const, ...(layer && { layer }) }],
    styles: [{ id: 'top', name: 'Top leader', leader: 'chair' }],
  },
})
const complaint = [{ kind: 'style' as const, id: 'top', values: { style: 'Top leader', role: 'Chair' } }]

verifyCheck('style-leader-covers-nothing', {
  isContentWith: {
    'a leader with a layer beneath': aDrawing(ledFrom('board')),
    'a style without a leader': aDrawing({ chain: { styles: [{ id: 'friend', name: 'Introduced' }] } }),
  },
  complainsAbout: {
    'a leader in the lowest layer': { in: aDrawing(ledFrom('team')), at: complaint },
    'a leader beside the chain': { in: aDrawing(ledFrom(undefined)), at: complaint },
  },
})
