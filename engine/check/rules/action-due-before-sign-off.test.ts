import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const days = (amount: number) => ({ unit: 'days' as const, amount })
const drawing = (due: number) =>
  aDrawing({
    chain: {
      layers: [{ id: 'board', name: 'Board' }],
      specialists: [{ id: 'legal', name: 'Their legal', layer: 'board', usually: days(10) }],
      roles: [{ id: 'counsel', name: 'Counsel', kind: 'gatekeeper', specialist: 'legal' }],
    },
    need: {
      commitments: [{ id: 'consent', name: 'Consents', role: 'counsel' }],
      actions: [{ id: 'get', name: 'Get their consent', brings: ['consent'], due: days(due) }],
    },
  })

verifyCheck('action-due-before-sign-off', {
  isContentWith: { 'an action with time enough': drawing(12) },
  complainsAbout: {
    'an action that is due before the department usually decides': {
      in: drawing(3),
      at: [
        {
          kind: 'action',
          id: 'get',
          stage: 'need',
          values: { action: 'Get their consent', specialist: 'Their legal' },
        },
      ],
    },
  },
})
