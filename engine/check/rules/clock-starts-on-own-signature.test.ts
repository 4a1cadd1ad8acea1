import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const timedFrom = (usuallyFrom: string) =>
  aDrawing({
    need: {
      commitments: [
        { id: 'asks', name: 'Asks for it', role: 'handler' },
        { id: 'clears', name: 'Clears it', role: 'counsel' },
      ],
    },
    chain: {
      layers: [{ id: 'team', name: 'Team' }],
      specialists: [{ id: 'legal', name: 'Legal', layer: 'team', usually: { unit: 'days', amount: 5 }, usuallyFrom }],
      roles: [
        { id: 'handler', name: 'Handler', kind: 'handler', layer: 'team' },
        { id: 'counsel', name: 'Counsel', kind: 'gatekeeper', specialist: 'legal' },
      ],
    },
  })

verifyCheck('clock-starts-on-own-signature', {
  isContentWith: { 'a time that starts on what somebody else promises': timedFrom('asks') },
  complainsAbout: {
    'a time that starts on the department’s own signature': {
      in: timedFrom('clears'),
      at: [{ kind: 'specialist', id: 'legal', values: { name: 'Legal', from: 'Clears it' } }],
    },
  },
})
