import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const review = {
  id: 'review',
  name: 'Review',
  due: { unit: 'hours' as const, amount: 8 },
  refusesWhen: { fact: 'attribute.amount', operator: 'lessThan' as const, value: 50_000 },
}

verifyCheck('refusal-without-reason', {
  isContentWith: {
    'a refusal that says what to do instead': aDrawing({
      need: { support: [{ ...review, refusal: 'Offer the standard terms.' }] },
    }),
    'a call that is never refused at once': aDrawing({ need: { support: [{ ...review, refusesWhen: undefined }] } }),
  },
  complainsAbout: {
    'a condition alone': {
      in: aDrawing({ need: { support: [review] } }),
      at: [{ kind: 'support', id: 'review', stage: 'need', values: { support: 'Review' } }],
    },
  },
})
