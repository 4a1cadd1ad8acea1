import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

verifyCheck('action-without-effect', {
  isContentWith: {
    'an action with an effect': aDrawing({ need: { actions: [{ id: 'visit', name: 'Visit', brings: ['budget'] }] } }),
    'an action that is only suggested': aDrawing({
      need: { actions: [{ id: 'visit', name: 'Visit', required: false }] },
    }),
  },
  complainsAbout: {
    'a required action that brings nothing': {
      in: aDrawing({ need: { actions: [{ id: 'visit', name: 'Visit' }] } }),
      at: [{ kind: 'action', id: 'visit', stage: 'need', values: { action: 'Visit', stage: 'Need stated' } }],
    },
  },
})
