import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const from = (...dates: string[]) =>
  aDrawing({ thresholds: [{ id: 'limit', name: 'Limit', values: dates.map((from) => ({ from, amount: 100 })) }] })
const at = (date: string) => [{ kind: 'threshold' as const, id: 'limit', values: { threshold: 'Limit', date } }]

verifyCheck('threshold-dates-unordered', {
  isContentWith: { 'values in the order of their days': from('2025-07-01', '2026-01-01', '2027-01-01') },
  complainsAbout: {
    'a value from a day before that of the one above it': {
      in: from('2026-01-01', '2025-07-01'),
      at: at('2025-07-01'),
    },
    'two values from one day': { in: from('2026-01-01', '2026-01-01'), at: at('2026-01-01') },
  },
})
