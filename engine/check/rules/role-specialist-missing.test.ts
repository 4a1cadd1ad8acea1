import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const roles = [{ id: 'cfo', name: 'CFO', kind: 'economic-buyer' as const, specialist: 'finance' }]

verifyCheck('role-specialist-missing', {
  isContentWith: {
    'a role in a department': aDrawing({
      chain: { roles, specialists: [{ id: 'finance', name: 'Finance', layer: 'board' }] },
    }),
  },
  complainsAbout: {
    'a role in a department that is gone': {
      in: aDrawing({ chain: { roles } }),
      at: [{ kind: 'role', id: 'cfo', values: { role: 'CFO', specialist: 'finance' } }],
    },
  },
})
