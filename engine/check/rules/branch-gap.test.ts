import { aDrawing, ask, aWay, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const amount = (operator: Parameters<typeof ask>[1], value: number) => ask('attribute.amount', operator, value)
const ways = (...conditions: ReturnType<typeof ask>[]) =>
  conditions.map((condition, n) => aWay('need', 'signed', { id: `way-${n}`, condition }))

verifyCheck('branch-gap', {
  isContentWith: {
    'ways that leave nothing out': aDrawing({
      ...factsToAskFor,
      transitions: ways(amount('lessThan', 50), amount('greaterThanInclusive', 50)),
    }),
    'a way without a condition': aDrawing({
      ...factsToAskFor,
      transitions: [aWay('need', 'signed'), ...ways(amount('lessThan', 50))],
    }),
    'what people may still promise': aDrawing({
      need: { commitments: [{ id: 'yes', name: 'Says yes', required: false }] },
      transitions: ways(ask('commitment.yes', 'equal', true)),
    }),
    'values that the stage itself rules out': aDrawing({
      ...factsToAskFor,
      need: { exit: amount('greaterThan', 100) },
      transitions: ways(amount('greaterThan', 50)),
    }),
  },
  complainsAbout: {
    'the one amount between two ways': {
      in: aDrawing({ ...factsToAskFor, transitions: ways(amount('lessThan', 50), amount('greaterThan', 50)) }),
      at: [{ kind: 'stage', id: 'need', values: { stage: 'Need stated', deal: 'Amount 50' } }],
    },
    'an option that no way is for': {
      in: aDrawing({ ...factsToAskFor, transitions: ways(ask('attribute.size', 'equal', 'small')) }),
      at: [{ kind: 'stage', id: 'need', values: { stage: 'Need stated', deal: 'Size large' } }],
    },
  },
})
