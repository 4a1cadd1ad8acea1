import { aDrawing, ask, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const review = {
  id: 'review',
  name: 'Review of the terms',
  department: 'legal',
  due: { unit: 'hours' as const, amount: 8 },
}
const departments = [{ id: 'legal', name: 'Legal' }]
const approved = ask('support.review', 'equal', 'approved')
const price = { id: 'price', name: 'Price', value: { kind: 'money' as const } }

verifyCheck('stage-waits-on-later', {
  isContentWith: {
    'an answer that is called for at the stage itself': aDrawing({
      departments,
      need: { support: [review], exit: approved },
    }),
    'an answer from a stage before': aDrawing({
      departments,
      need: { support: [review] },
      signed: { entry: approved },
    }),
    'an element of a later stage that a role can disclose at any time': aDrawing({
      need: { exit: ask('element.price', 'isKnown') },
      signed: { elements: [{ ...price, from: ['buyer'] }], actions: [{ id: 'ask', name: 'Ask', brings: ['price'] }] },
      chain: { roles: [{ id: 'buyer', name: 'Buyer', kind: 'handler' }] },
    }),
    'another way to pass the stage': aDrawing({
      departments,
      need: { exit: { any: [approved, ask('objections.open', 'equal', 0)] } },
      signed: { support: [review] },
    }),
  },
  complainsAbout: {
    'an answer that is called for only afterwards': {
      in: aDrawing({ departments, need: { exit: approved }, signed: { support: [review] } }),
      at: [
        {
          kind: 'stage',
          id: 'need',
          values: { place: 'Need stated', fact: 'Review of the terms', later: 'Contract signed' },
        },
      ],
    },
    'an element that only a later action brings': {
      in: aDrawing({
        need: { exit: ask('element.price', 'isKnown') },
        signed: { elements: [price], actions: [{ id: 'ask', name: 'Ask', brings: ['price'] }] },
      }),
      at: [{ kind: 'stage', id: 'need', values: { place: 'Need stated', fact: 'Price', later: 'Contract signed' } }],
    },
    'a stage that opens on what is called for in it': {
      in: aDrawing({ departments, signed: { support: [review], entry: approved } }),
      at: [{ kind: 'stage', id: 'signed', part: 'entry' }],
    },
    'a way that is taken on what is called for behind it': {
      in: aDrawing({
        departments,
        signed: { support: [review] },
        transitions: [aWay('need', 'signed', { condition: approved })],
      }),
      at: [{ kind: 'transition', id: 'need-signed' }],
    },
  },
})
