import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const exit = (condition: ReturnType<typeof ask>) => aDrawing({ ...factsToAskFor, need: { exit: condition } })
const at = (value: string) => [
  {
    kind: 'stage' as const,
    id: 'need',
    part: 'exit' as const,
    values: { place: 'Need stated', fact: 'Size', value, options: 'small, large' },
  },
]

verifyCheck('condition-option-unknown', {
  isContentWith: {
    'an option': exit(ask('attribute.size', 'notEqual', 'small')),
    'a list of options': exit(ask('attribute.size', 'in', ['small', 'large'])),
  },
  complainsAbout: {
    'what is no option': { in: exit(ask('attribute.size', 'equal', 'huge')), at: at('huge') },
    'a list with what is no option': { in: exit(ask('attribute.size', 'in', ['small', 'huge'])), at: at('huge') },
    'a number': { in: exit(ask('attribute.size', 'notEqual', 3)), at: at('3') },
    'a verdict that departments do not give': {
      in: aDrawing({
        need: { support: [{ id: 'review', name: 'Review' }], exit: ask('support.review', 'equal', 'fine') },
      }),
      at: [{ kind: 'stage', id: 'need', part: 'exit', values: { fact: 'Review', value: 'fine' } }],
    },
  },
})
