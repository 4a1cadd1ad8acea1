import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('support-without-department', {
  isContentWith: {
    'a call on a department': aDrawing({ need: { support: [{ id: 'review', name: 'Review', department: 'legal' }] } }),
  },
  complainsAbout: {
    'calls on nobody, at a stage and on an objection': {
      in: aDrawing({
        need: { support: [{ id: 'review', name: 'Review' }] },
        objectionTypes: [{ id: 'price', name: 'Price', support: [{ id: 'offer', name: 'Offer' }] }],
      }),
      at: [
        { kind: 'support', id: 'review', stage: 'need', values: { support: 'Review' } },
        { kind: 'support', id: 'offer', values: { support: 'Offer' } },
      ],
    },
  },
})
