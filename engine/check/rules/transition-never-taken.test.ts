import { aDrawing, ask, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const elements = [{ id: 'budget', name: 'Budget', value: { kind: 'money' as const } }]
const when = (condition: ReturnType<typeof ask>) => [aWay('need', 'signed', { condition })]

verifyCheck('transition-never-taken', {
  isContentWith: {
    'a condition about what the stage before requires': aDrawing({
      need: { elements },
      transitions: when(ask('element.budget', 'greaterThan', 1000)),
    }),
    'a condition against something that a passed stage does not rest on': aDrawing({
      need: { elements, exit: ask('objections.open', 'equal', 0) },
      transitions: when(ask('objections.open', 'greaterThan', 0)),
    }),
    'a condition that contradicts itself, which is another complaint': aDrawing({
      need: { elements },
      transitions: when(ask('grade.element.budget', 'greaterThan', 3)),
    }),
  },
  complainsAbout: {
    'a condition against what the stage before requires': {
      in: aDrawing({ need: { elements }, transitions: when(ask('element.budget', 'isUnknown')) }),
      at: [
        {
          kind: 'transition',
          id: 'need-signed',
          values: { place: 'Need stated → Contract signed', stage: 'Need stated' },
        },
      ],
    },
  },
})
