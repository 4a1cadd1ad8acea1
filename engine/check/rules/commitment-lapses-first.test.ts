import { aDrawing, ask } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const drawing = (holds: number, waits: number) =>
  aDrawing({
    chain: { roles: [{ id: 'boss', name: 'Boss', kind: 'decider' }] },
    need: {
      commitments: [{ id: 'award', name: 'Intends to award', role: 'boss', validity: { unit: 'days', amount: holds } }],
      exit: ask('days-since.commitment.award', 'greaterThanInclusive', waits),
    },
  })

verifyCheck('commitment-lapses-first', {
  isContentWith: { 'a commitment that outlasts the waiting': drawing(30, 15) },
  complainsAbout: {
    'a commitment that lapses before it is old enough': {
      in: drawing(10, 15),
      at: [{ kind: 'stage', id: 'need', values: { stage: 'Need stated', commitment: 'Intends to award' } }],
    },
  },
})
