import { aDrawing, ask } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const elements = [{ id: 'budget', name: 'Budget', value: { kind: 'money' as const } }]

verifyCheck('stage-never-complete', {
  isContentWith: {
    'an exit condition about what the stage requires': aDrawing({
      need: { elements, exit: ask('element.budget', 'greaterThan', 1000) },
    }),
    'a contradiction in the exit condition alone, which is another complaint': aDrawing({
      need: { elements, exit: { all: [ask('element.budget', 'isKnown'), ask('element.budget', 'isUnknown')] } },
    }),
    'an exit condition that gives a way around': aDrawing({
      need: { elements, exit: { any: [ask('element.budget', 'isUnknown'), ask('objections.open', 'equal', 0)] } },
    }),
  },
  complainsAbout: {
    'an exit condition that rules out a required element': {
      in: aDrawing({ need: { elements, exit: ask('element.budget', 'isUnknown') } }),
      at: [{ kind: 'stage', id: 'need', part: 'exit', values: { stage: 'Need stated' } }],
    },
    'an exit condition that rules out the grade of a required element': {
      in: aDrawing({
        need: {
          elements: [{ id: 'budget', name: 'Budget', value: { kind: 'money' }, grade: 'signed' }],
          exit: ask('grade.element.budget', 'lessThan', 3),
        },
      }),
      at: [{ kind: 'stage', id: 'need', part: 'exit' }],
    },
    'an entry condition that rules out what is asked for at the exit': {
      in: aDrawing({
        need: {
          elements,
          entry: ask('element.budget', 'greaterThan', 1000),
          exit: ask('element.budget', 'lessThan', 500),
        },
      }),
      at: [{ kind: 'stage', id: 'need', part: 'exit' }],
    },
    'an exit condition that asks for the refusal of a required commitment': {
      in: aDrawing({
        need: {
          commitments: [{ id: 'approve', name: 'Approves' }],
          exit: ask('commitment.approve', 'equal', false),
        },
      }),
      at: [{ kind: 'stage', id: 'need', part: 'exit' }],
    },
  },
})
