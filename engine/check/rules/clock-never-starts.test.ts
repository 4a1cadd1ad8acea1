import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const day = { unit: 'days', amount: 1 } as const
const buyer = { roles: [{ id: 'buyer', name: 'Buyer', kind: 'handler' as const }] }
const returned = (from: string[]) => [
  { id: 'returned', name: 'Questionnaire returned', value: { kind: 'flag' as const }, from },
]
const answer = { id: 'answer', name: 'Answer it', brings: [], due: day, dueFrom: 'returned' }

verifyCheck('clock-never-starts', {
  isContentWith: {
    'a time that starts on what a role discloses': aDrawing({
      chain: buyer,
      need: { elements: returned(['buyer']), actions: [answer] },
    }),
    'a time that starts on what an action brings': aDrawing({
      need: {
        elements: returned([]),
        actions: [answer, { id: 'fetch', name: 'Fetch it', brings: ['returned'] }],
      },
    }),
    'times that start on the opening': aDrawing({ need: { actions: [{ id: 'visit', name: 'Visit', due: day }] } }),
  },
  complainsAbout: {
    'a time that starts on what nobody brings': {
      in: aDrawing({ need: { elements: returned([]), actions: [answer] } }),
      at: [
        { kind: 'action', id: 'answer', stage: 'need', values: { name: 'Answer it', from: 'Questionnaire returned' } },
      ],
    },
    'times that start on what is gone': {
      in: aDrawing({
        need: { support: [{ id: 'help', name: 'Help', late: day, lateFrom: 'gone' }] },
        chain: {
          layers: [{ id: 'board', name: 'Board', usually: day, usuallyFrom: 'gone' }],
          specialists: [{ id: 'law', name: 'Lawyers', layer: 'board', usually: day, usuallyFrom: 'gone' }],
        },
      }),
      at: [
        { kind: 'support', id: 'help', stage: 'need', values: { name: 'Help', from: 'gone' } },
        { kind: 'layer', id: 'board', values: { name: 'Board' } },
        { kind: 'specialist', id: 'law', values: { name: 'Lawyers' } },
      ],
    },
  },
})
