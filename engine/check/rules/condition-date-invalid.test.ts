import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const exit = (condition: ReturnType<typeof ask>) => aDrawing({ ...factsToAskFor, need: { exit: condition } })
const at = (value: string) => [
  {
    kind: 'stage' as const,
    id: 'need',
    part: 'exit' as const,
    values: { place: 'Need stated', fact: 'Deadline', value },
  },
]

verifyCheck('condition-date-invalid', {
  isContentWith: {
    'a day': exit(ask('attribute.deadline', 'lessThan', '2028-02-29')),
    'an instant': exit(ask('attribute.deadline', 'greaterThan', '2026-03-01T09:00:00+08:00')),
    'the age of a date in days': exit(ask('days-since.attribute.deadline', 'greaterThan', 15)),
  },
  complainsAbout: {
    'a date compared with a name': { in: exit(ask('attribute.deadline', 'equal', 'Zhang Wei')), at: at('Zhang Wei') },
    'a day that no month has': { in: exit(ask('attribute.deadline', 'lessThan', '2026-02-30')), at: at('2026-02-30') },
    'a date written another way': { in: exit(ask('attribute.deadline', 'equal', '1/3/2026')), at: at('1/3/2026') },
    'a number': { in: exit(ask('attribute.deadline', 'greaterThan', 15)), at: at('15') },
  },
})
