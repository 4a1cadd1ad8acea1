import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const above = (threshold: string) => ask('attribute.amount', 'greaterThan', { fact: `threshold.${threshold}` })
const thresholds = [{ id: 'limit', name: 'Limit', values: [{ from: '2026-01-01', amount: 100 }] }]

verifyCheck('condition-threshold-unknown', {
  isContentWith: {
    'a comparison with a threshold of the drawing': aDrawing({
      ...factsToAskFor,
      thresholds,
      need: { exit: above('limit') },
    }),
  },
  complainsAbout: {
    'thresholds that are gone, wherever they are compared with': {
      in: aDrawing({
        ...factsToAskFor,
        need: { exit: { not: above('limit') } },
        chain: {
          layers: [{ id: 'board', name: 'Board', when: above('limit') }],
          styles: [{ id: 'top', name: 'Top leader', suggestedWhen: above('cap') }],
        },
      }),
      at: [
        { kind: 'stage', id: 'need', part: 'exit', values: { place: 'Need stated', threshold: 'limit' } },
        { kind: 'layer', id: 'board', values: { threshold: 'limit' } },
        { kind: 'style', id: 'top', values: { place: 'Top leader', threshold: 'cap' } },
      ],
    },
  },
})
