import { aDrawing } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const styles = [{ id: 'top', name: 'Top leader', leader: 'chair' }]

verifyCheck('style-leader-missing', {
  isContentWith: {
    'a style led by a role': aDrawing({ chain: { styles, roles: [{ id: 'chair', name: 'Chair', kind: 'decider' }] } }),
    'a style without a leader': aDrawing({ chain: { styles: [{ id: 'friend', name: 'Introduced' }] } }),
  },
  complainsAbout: {
    'a style led by a role that is gone': {
      in: aDrawing({ chain: { styles } }),
      at: [{ kind: 'style', id: 'top', values: { style: 'Top leader', role: 'chair' } }],
    },
  },
})
