import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const amountAbove = (amount: number) => ask('attribute.amount', 'greaterThan', amount)

verifyCheck('condition-part-shadowed', {
  isContentWith: {
    'two ends of a range': aDrawing({
      ...factsToAskFor,
      need: { exit: { all: [amountAbove(50), ask('attribute.amount', 'lessThan', 100)] } },
    }),
    'parts about different facts': aDrawing({
      ...factsToAskFor,
      need: { exit: { any: [amountAbove(50), ask('attribute.seats', 'greaterThan', 100)] } },
    }),
  },
  complainsAbout: {
    'a narrower part beside a wider one of which any is enough': {
      in: aDrawing({ ...factsToAskFor, need: { exit: { any: [amountAbove(50), amountAbove(100)] } } }),
      at: [{ kind: 'stage', id: 'need', part: 'exit', values: { place: 'Need stated', fact: 'Amount' } }],
    },
    'a wider part beside a narrower one of which all are needed': {
      in: aDrawing({ ...factsToAskFor, need: { exit: { all: [amountAbove(50), amountAbove(100)] } } }),
      at: [{ kind: 'stage', id: 'need', part: 'exit' }],
    },
    'the same twice, once': {
      in: aDrawing({ ...factsToAskFor, need: { entry: { all: [amountAbove(50), amountAbove(50)] } } }),
      at: [{ kind: 'stage', id: 'need', part: 'entry' }],
    },
  },
})
