import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('threshold-without-value', {
  isContentWith: {
    'a threshold with a value': aDrawing({
      thresholds: [{ id: 'limit', name: 'Limit', values: [{ from: '2026-01-01', amount: 100 }] }],
    }),
  },
  complainsAbout: {
    'one that was named and not filled in': {
      in: aDrawing({ thresholds: [{ id: 'limit', name: 'Limit' }] }),
      at: [{ kind: 'threshold', id: 'limit', values: { threshold: 'Limit' } }],
    },
  },
})
