import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('support-without-due', {
  isContentWith: {
    'a call with a due time': aDrawing({
      need: { support: [{ id: 'review', name: 'Review', due: { unit: 'hours', amount: 8 } }] },
    }),
  },
  complainsAbout: {
    'a call that says only when it is made': {
      in: aDrawing({ need: { support: [{ id: 'review', name: 'Review', late: { unit: 'days', amount: 5 } }] } }),
      at: [{ kind: 'support', id: 'review', stage: 'need', values: { support: 'Review' } }],
    },
  },
})
