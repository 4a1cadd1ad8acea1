import { aDrawing, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('id-duplicate', {
  isContentWith: {
    'the same id for things of different kinds': aDrawing({
      departments: [{ id: 'legal', name: 'Legal' }],
      chain: { specialists: [{ id: 'legal', name: 'Their legal', layer: 'board' }] },
    }),
  },
  complainsAbout: {
    'an element and a commitment that an action could not tell apart': {
      in: aDrawing({
        need: { elements: [{ id: 'approval', name: 'Approval paper', value: { kind: 'flag' } }] },
        signed: { commitments: [{ id: 'approval', name: 'Approves' }] },
      }),
      at: [
        {
          kind: 'commitment',
          id: 'approval',
          stage: 'signed',
          values: { name: 'Approves', other: 'Approval paper', id: 'approval' },
        },
      ],
    },
    'two transitions': {
      in: aDrawing({ transitions: [aWay('need', 'signed', { id: 't' }), aWay('signed', 'need', { id: 't' })] }),
      at: [{ kind: 'transition', id: 't' }],
    },
    'calls of a stage and of an objection type': {
      in: aDrawing({
        need: { support: [{ id: 'review', name: 'Review' }] },
        objectionTypes: [{ id: 'price', name: 'Price', support: [{ id: 'review', name: 'Second review' }] }],
      }),
      at: [{ kind: 'support', id: 'review' }],
    },
  },
})
