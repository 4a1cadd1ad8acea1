import { aDrawing, aStage, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const stages = ['need', 'trial', 'tender', 'signed'].map((id) => aStage(id))

verifyCheck('transition-leads-back', {
  isContentWith: {
    'a chain of stages': aDrawing({}),
    'two paths that lead to each other': aDrawing({
      stages,
      transitions: [
        aWay('need', 'trial'),
        aWay('need', 'tender'),
        aWay('trial', 'tender'),
        aWay('tender', 'trial'),
        aWay('tender', 'signed'),
      ],
    }),
  },
  complainsAbout: {
    'a transition to a stage that every deal has passed by then': {
      in: aDrawing({
        stages,
        transitions: [
          aWay('need', 'trial'),
          aWay('trial', 'tender'),
          aWay('tender', 'trial'),
          aWay('tender', 'signed'),
        ],
      }),
      at: [{ kind: 'transition', id: 'tender-trial', values: { place: 'tender → trial', stage: 'trial' } }],
    },
  },
})
