import { aDrawing, aStage, ask, aWay, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const amountAbove = (amount: number) => ask('attribute.amount', 'greaterThan', amount)
const amountBelow = (amount: number) => ask('attribute.amount', 'lessThan', amount)

verifyCheck('stage-never-opens', {
  isContentWith: {
    'an entry condition that goes with what came before': aDrawing({
      ...factsToAskFor,
      need: { exit: amountAbove(50) },
      signed: { entry: amountAbove(80) },
    }),
    'another way that is open': aDrawing({
      ...factsToAskFor,
      need: { exit: amountAbove(50) },
      transitions: [aWay('need', 'signed', { condition: amountBelow(10) }), aWay('need', 'signed', { id: 'other' })],
    }),
    'something before that does not last': aDrawing({
      need: { exit: ask('objections.open', 'equal', 0) },
      signed: { entry: ask('objections.open', 'greaterThan', 0) },
    }),
    'a contradiction on one of two paths only': aDrawing({
      ...factsToAskFor,
      stages: [
        aStage('need'),
        aStage('small', { exit: amountBelow(50) }),
        aStage('large', { exit: amountAbove(50) }),
        aStage('signed', { entry: amountAbove(50), end: 'won' }),
      ],
      transitions: [aWay('need', 'small'), aWay('need', 'large'), aWay('small', 'signed'), aWay('large', 'signed')],
    }),
  },
  complainsAbout: {
    'an entry condition against what every deal has passed': {
      in: aDrawing({ ...factsToAskFor, need: { exit: amountAbove(50) }, signed: { entry: amountBelow(10) } }),
      at: [{ kind: 'stage', id: 'signed', part: 'entry', values: { stage: 'Contract signed' } }],
    },
    'transitions that are all against what came before': {
      in: aDrawing({
        ...factsToAskFor,
        need: { exit: amountAbove(50) },
        transitions: [aWay('need', 'signed', { condition: amountBelow(10) })],
      }),
      at: [{ kind: 'stage', id: 'signed' }],
    },
    'a contradiction two stages back': {
      in: aDrawing({
        ...factsToAskFor,
        stages: [
          aStage('need', { exit: amountAbove(50) }),
          aStage('offer'),
          aStage('signed', { entry: amountBelow(10), end: 'won' }),
        ],
        transitions: [aWay('need', 'offer'), aWay('offer', 'signed')],
      }),
      at: [{ kind: 'stage', id: 'signed', part: 'entry' }],
    },
  },
})
