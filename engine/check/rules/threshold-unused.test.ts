import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const thresholds = [{ id: 'limit', name: 'Limit', values: [{ from: '2026-01-01', amount: 100 }] }]

verifyCheck('threshold-unused', {
  isContentWith: {
    'a threshold that a layer is needed above': aDrawing({
      ...factsToAskFor,
      thresholds,
      chain: {
        layers: [
          { id: 'board', name: 'Board', when: ask('attribute.amount', 'greaterThan', { fact: 'threshold.limit' }) },
        ],
      },
    }),
  },
  complainsAbout: {
    'one that nothing compares with, although a number stands in its place': {
      in: aDrawing({ ...factsToAskFor, thresholds, need: { exit: ask('attribute.amount', 'greaterThan', 100) } }),
      at: [{ kind: 'threshold', id: 'limit', values: { threshold: 'Limit' } }],
    },
  },
})
