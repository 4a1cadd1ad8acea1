import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const budget = { id: 'budget', name: 'Budget', value: { kind: 'money' as const } }
const elements = [budget]

verifyCheck('element-nobody-brings', {
  isContentWith: {
    'an element that a role discloses': aDrawing({ need: { elements: [{ ...budget, from: ['handler'] }] } }),
    'an element that an action brings, of another stage even': aDrawing({
      need: { elements },
      signed: { actions: [{ id: 'ask', name: 'Ask', brings: ['budget'] }] },
    }),
    'an element that support answers with': aDrawing({
      need: { elements, support: [{ id: 'look', name: 'Look it up', brings: ['budget'] }] },
    }),
    'an element that support for an objection answers with': aDrawing({
      need: { elements },
      objectionTypes: [{ id: 'price', name: 'Price', support: [{ id: 'look', name: 'Look', brings: ['budget'] }] }],
    }),
  },
  complainsAbout: {
    'an element that nobody brings': {
      in: aDrawing({ need: { elements, actions: [{ id: 'visit', name: 'Visit' }] } }),
      at: [{ kind: 'element', id: 'budget', stage: 'need', values: { element: 'Budget', stage: 'Need stated' } }],
    },
  },
})
