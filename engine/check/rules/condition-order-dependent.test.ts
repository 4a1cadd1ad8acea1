import { aDrawing, ask, aWay, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('condition-order-dependent', {
  isContentWith: {
    'conditions that ask for presence': aDrawing({
      ...factsToAskFor,
      need: { exit: { not: ask('attribute.size', 'equal', 'small') } },
    }),
    'absence that only makes a call, and lets nothing pass': aDrawing({
      ...factsToAskFor,
      need: { support: [{ id: 'review', name: 'Review', when: ask('attribute.amount', 'isUnknown') }] },
    }),
    'absence in a layer that nothing asks for': aDrawing({
      ...factsToAskFor,
      chain: { layers: [{ id: 'board', name: 'Board', when: ask('attribute.amount', 'isUnknown') }] },
    }),
  },
  complainsAbout: {
    'absence, recency and open objections': {
      in: aDrawing({
        ...factsToAskFor,
        need: { entry: ask('attribute.amount', 'isUnknown'), exit: ask('objections.open', 'equal', 0) },
        transitions: [aWay('need', 'signed', { condition: ask('days-since.attribute.size', 'lessThan', 30) })],
      }),
      at: [
        { kind: 'stage', id: 'need', part: 'entry', values: { place: 'Need stated', facts: 'Amount' } },
        { kind: 'stage', id: 'need', part: 'exit', values: { facts: 'open objections' } },
        { kind: 'transition', id: 'need-signed', values: { facts: 'Size' } },
      ],
    },
    'a call that blocks, until something is known to be not there': {
      in: aDrawing({
        ...factsToAskFor,
        need: { support: [{ id: 'review', name: 'Review', when: ask('attribute.amount', 'isKnown'), blocks: true }] },
      }),
      at: [{ kind: 'support', id: 'review', stage: 'need' }],
    },
    'a layer that is not needed as long as something is unknown': {
      in: aDrawing({
        ...factsToAskFor,
        need: { exit: ask('layer.board', 'equal') },
        chain: {
          layers: [{ id: 'board', name: 'Board', when: ask('attribute.amount', 'isKnown') }],
          specialists: [{ id: 'finance', name: 'Finance', layer: 'board', when: ask('attribute.urgent', 'isUnknown') }],
        },
      }),
      at: [
        { kind: 'layer', id: 'board' },
        { kind: 'specialist', id: 'finance' },
      ],
    },
  },
})
