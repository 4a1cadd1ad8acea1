import { aDrawing, ask, aWay, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('condition-fact-unknown', {
  isContentWith: {
    'a condition over facts of the drawing': aDrawing({
      ...factsToAskFor,
      need: { exit: { any: [ask('attribute.amount', 'isKnown'), ask('days-since.attribute.amount', 'lessThan', 3)] } },
    }),
  },
  complainsAbout: {
    'facts that are gone, wherever they are asked for': {
      in: aDrawing({
        need: {
          entry: ask('element.tender', 'isKnown'),
          exit: { not: ask('style', 'equal', 'top') },
          support: [{ id: 'review', name: 'Review', when: ask('support.other', 'isKnown') }],
        },
        transitions: [aWay('need', 'signed', { condition: { any: [ask('element.tender', 'isKnown')] } })],
        chain: {
          layers: [{ id: 'board', name: 'Board', when: ask('attribute.amount', 'greaterThan', 5) }],
          specialists: [{ id: 'finance', name: 'Finance', layer: 'board', when: ask('amount', 'greaterThan', 5) }],
        },
      }),
      at: [
        { kind: 'stage', id: 'need', part: 'entry', values: { place: 'Need stated', fact: 'element.tender' } },
        { kind: 'stage', id: 'need', part: 'exit', values: { fact: 'style' } },
        { kind: 'support', id: 'review', stage: 'need', values: { place: 'Review', fact: 'support.other' } },
        { kind: 'transition', id: 'need-signed', values: { place: 'Need stated → Contract signed' } },
        { kind: 'layer', id: 'board', values: { place: 'Board', fact: 'attribute.amount' } },
        { kind: 'specialist', id: 'finance', values: { place: 'Finance', fact: 'amount' } },
      ],
    },
    'the same unknown fact twice in a condition, once': {
      in: aDrawing({ need: { exit: { any: [ask('gone', 'equal', 1), ask('gone', 'equal', 2)] } } }),
      at: [{ kind: 'stage', id: 'need', part: 'exit' }],
    },
  },
})
