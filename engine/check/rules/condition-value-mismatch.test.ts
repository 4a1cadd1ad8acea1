import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const exit = (condition: ReturnType<typeof ask>) => aDrawing({ ...factsToAskFor, need: { exit: condition } })
const at = (fact: string, value: string) => [
  { kind: 'stage' as const, id: 'need', part: 'exit' as const, values: { place: 'Need stated', fact, value } },
]

verifyCheck('condition-value-mismatch', {
  isContentWith: {
    'a flag and yes': exit(ask('attribute.urgent', 'equal', true)),
    'an amount and numbers': exit(ask('attribute.amount', 'in', [1, 2.5])),
    'a text and a text': exit(ask('attribute.region', 'equal', 'north')),
    'whether a layer has signed': aDrawing({
      need: { exit: ask('layer.board', 'equal', true) },
      chain: { layers: [{ id: 'board', name: 'Board' }] },
    }),
  },
  complainsAbout: {
    'an amount compared with a word': {
      in: exit(ask('attribute.amount', 'greaterThan', 'high')),
      at: at('Amount', 'high'),
    },
    'a number compared with a number in quotes': {
      in: exit(ask('attribute.seats', 'equal', '12')),
      at: at('Seats', '12'),
    },
    'a flag compared with a word': { in: exit(ask('attribute.urgent', 'equal', 'yes')), at: at('Urgent', 'yes') },
    'a text compared with a number': { in: exit(ask('attribute.region', 'notEqual', 7)), at: at('Region', '7') },
    'a list with one value of another kind': {
      in: exit(ask('attribute.seats', 'in', [1, true])),
      at: at('Seats', 'true'),
    },
  },
})
