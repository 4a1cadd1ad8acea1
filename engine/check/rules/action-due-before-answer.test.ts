import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const days = (amount: number) => ({ unit: 'days' as const, amount })
const price = (from: string[] = []) => ({ id: 'price', name: 'Price', value: { kind: 'money' as const }, from })
const drawing = (actionDue: number, answerDue: number, element = price()) =>
  aDrawing({
    departments: [{ id: 'finance', name: 'Finance' }],
    chain: { roles: [{ id: 'buyer', name: 'Buyer', kind: 'handler' }] },
    need: {
      elements: [element],
      actions: [{ id: 'send', name: 'Send the price', brings: ['price'], due: days(actionDue) }],
      support: [{ id: 'ask', name: 'Calculate', department: 'finance', due: days(answerDue), brings: ['price'] }],
    },
  })

verifyCheck('action-due-before-answer', {
  isContentWith: {
    'an action that is due after the answer': drawing(5, 2),
    'an element that somebody else can bring': drawing(2, 5, price(['buyer'])),
  },
  complainsAbout: {
    'an action that is due before the only answer that brings what it is for': {
      in: drawing(2, 5),
      at: [{ kind: 'action', id: 'send', stage: 'need', values: { action: 'Send the price', support: 'Calculate' } }],
    },
  },
})
