import { aDrawing, aStage } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const money = { kind: 'money' as const }

verifyCheck('name-duplicate', {
  isContentWith: {
    'the same name for things of different kinds': aDrawing({
      departments: [{ id: 'legal', name: 'Legal' }],
      chain: { specialists: [{ id: 'legal', name: 'Legal', layer: 'board' }] },
    }),
    'the same action at two stages': aDrawing({
      need: { actions: [{ id: 'visit', name: 'Visit' }] },
      signed: { actions: [{ id: 'visit-again', name: 'Visit' }] },
    }),
  },
  complainsAbout: {
    'two stages that differ in case and spaces only': {
      in: aDrawing({ stages: [aStage('need', { name: 'Need stated' }), aStage('signed', { name: 'need  Stated' })] }),
      at: [{ kind: 'stage', id: 'signed', values: { name: 'need  Stated' } }],
    },
    'an attribute, an element and a commitment that are recorded under one name': {
      in: aDrawing({
        attributes: [{ id: 'amount', name: 'Budget', value: money }],
        need: { elements: [{ id: 'budget', name: 'Budget', value: money }] },
        signed: { commitments: [{ id: 'approve', name: 'Budget' }] },
      }),
      at: [
        { kind: 'element', id: 'budget', stage: 'need' },
        { kind: 'commitment', id: 'approve', stage: 'signed' },
      ],
    },
    'two calls of one objection type, in full width and in half': {
      in: aDrawing({
        objectionTypes: [
          {
            id: 'price',
            name: 'Price',
            support: [
              { id: 'a', name: 'ROI' },
              { id: 'b', name: 'ＲＯＩ' },
            ],
          },
        ],
      }),
      at: [{ kind: 'support', id: 'b' }],
    },
  },
})
