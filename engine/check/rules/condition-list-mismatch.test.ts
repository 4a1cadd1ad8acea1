import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const exit = (condition: ReturnType<typeof ask>) => aDrawing({ ...factsToAskFor, need: { exit: condition } })
const at = (fact: string) => [
  { kind: 'stage' as const, id: 'need', part: 'exit' as const, values: { place: 'Need stated', fact } },
]

verifyCheck('condition-list-mismatch', {
  isContentWith: {
    'one of a list': exit(ask('attribute.size', 'in', ['small', 'large'])),
    'one value': exit(ask('attribute.size', 'equal', 'small')),
  },
  complainsAbout: {
    'one of a single value': { in: exit(ask('attribute.size', 'in', 'small')), at: at('Size') },
    'equal to a list': { in: exit(ask('attribute.size', 'equal', ['small'])), at: at('Size') },
    'more than a list': { in: exit(ask('attribute.amount', 'greaterThan', [5])), at: at('Amount') },
  },
})
