import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const exit = (condition: ReturnType<typeof ask>) => aDrawing({ ...factsToAskFor, need: { exit: condition } })

verifyCheck('condition-presence-value', {
  isContentWith: { 'whether something is known': exit(ask('attribute.amount', 'isKnown', true)) },
  complainsAbout: {
    'whether it is false that something is known': {
      in: exit(ask('attribute.amount', 'isKnown', false)),
      at: [
        {
          kind: 'stage',
          id: 'need',
          part: 'exit',
          values: { place: 'Need stated', fact: 'Amount', value: 'false', context: 'exit' },
        },
      ],
    },
  },
})
