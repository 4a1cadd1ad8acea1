import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const need = { support: [{ id: 'review', name: 'Review', department: 'legal' }] }

verifyCheck('support-department-missing', {
  isContentWith: {
    'a call on a department of the drawing': aDrawing({ need, departments: [{ id: 'legal', name: 'Legal' }] }),
    'a call on nobody, which is another complaint': aDrawing({ need: { support: [{ id: 'review', name: 'Review' }] } }),
  },
  complainsAbout: {
    'a call on a department that is gone': {
      in: aDrawing({ need }),
      at: [{ kind: 'support', id: 'review', stage: 'need', values: { support: 'Review', department: 'legal' } }],
    },
  },
})
