import { aDrawing, ask, aWay, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const amountAbove = (amount: number) => ask('attribute.amount', 'greaterThan', amount)
const between = (...amounts: number[]) =>
  amounts.map((amount) => aWay('need', 'signed', { id: `above-${amount}`, condition: amountAbove(amount) }))

verifyCheck('transition-shadowed', {
  isContentWith: {
    'conditions of which neither contains the other': aDrawing({
      ...factsToAskFor,
      transitions: [
        ...between(50),
        aWay('need', 'signed', { id: 'seats', condition: ask('attribute.seats', 'greaterThan', 5) }),
      ],
    }),
  },
  complainsAbout: {
    'a narrower condition beside a wider one': {
      in: aDrawing({ ...factsToAskFor, transitions: between(50, 100) }),
      at: [{ kind: 'transition', id: 'above-100', values: { place: 'Need stated → Contract signed' } }],
    },
  },
})
