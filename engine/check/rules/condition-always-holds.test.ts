import type { Condition } from '#engine'
import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const exit = (condition: Condition) => aDrawing({ ...factsToAskFor, need: { exit: condition } })
const at = [{ kind: 'stage' as const, id: 'need', part: 'exit' as const, values: { place: 'Need stated' } }]

verifyCheck('condition-always-holds', {
  isContentWith: {
    'a yes or a no, which asks for the fact to be known': exit({
      any: [ask('attribute.urgent', 'equal', true), ask('attribute.urgent', 'equal', false)],
    }),
    'no objection': exit(ask('objections.open', 'equal', 0)),
  },
  complainsAbout: {
    'a condition that says nothing': { in: exit({ all: [] }), at },
    'something known or not known': {
      in: exit({ any: [ask('attribute.amount', 'isKnown'), ask('attribute.amount', 'isUnknown')] }),
      at,
    },
    'something above a number, up to it, or unknown': {
      in: exit({
        any: [
          ask('attribute.amount', 'greaterThan', 5),
          { not: ask('attribute.amount', 'greaterThan', 5) },
          ask('attribute.amount', 'isUnknown'),
        ],
      }),
      at,
    },
    'a number of objections that is not negative': { in: exit(ask('objections.open', 'greaterThanInclusive', 0)), at },
  },
})
