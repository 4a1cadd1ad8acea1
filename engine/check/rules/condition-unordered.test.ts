import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const exit = (condition: ReturnType<typeof ask>) => aDrawing({ ...factsToAskFor, need: { exit: condition } })
const at = (fact: string) => [
  { kind: 'stage' as const, id: 'need', part: 'exit' as const, values: { place: 'Need stated', fact } },
]

verifyCheck('condition-unordered', {
  isContentWith: {
    'more than an amount': exit(ask('attribute.amount', 'greaterThan', 5)),
    'before a date': exit(ask('attribute.deadline', 'lessThan', '2026-12-31')),
    'a grade of at least': exit(ask('grade.attribute.region', 'greaterThanInclusive', 2)),
  },
  complainsAbout: {
    'more than a flag': { in: exit(ask('attribute.urgent', 'greaterThan', true)), at: at('Urgent') },
    'less than an option': { in: exit(ask('attribute.size', 'lessThanInclusive', 'large')), at: at('Size') },
    'more than a text': { in: exit(ask('attribute.region', 'greaterThanInclusive', 'north')), at: at('Region') },
  },
})
