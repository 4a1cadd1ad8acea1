import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const specialists = [{ id: 'finance', name: 'Finance', layer: 'board' }]

verifyCheck('specialist-without-role', {
  isContentWith: {
    'a department with a role': aDrawing({
      chain: { specialists, roles: [{ id: 'cfo', name: 'CFO', kind: 'economic-buyer', specialist: 'finance' }] },
    }),
  },
  complainsAbout: {
    'a department without one': {
      in: aDrawing({ chain: { specialists } }),
      at: [{ kind: 'specialist', id: 'finance', values: { specialist: 'Finance' } }],
    },
  },
})
