import { aDrawing, aStage, aWay } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const stages = [aStage('need'), aStage('tender'), aStage('trial'), aStage('signed', { end: 'won' })]

verifyCheck('stage-unreachable', {
  isContentWith: {
    'a chain of stages': aDrawing({}),
    'a stage that joins two paths': aDrawing({
      stages: [...stages.slice(0, 3), aStage('signed', { join: 'all', end: 'won' })],
      transitions: [aWay('need', 'tender'), aWay('need', 'trial'), aWay('tender', 'signed'), aWay('trial', 'signed')],
    }),
    'a drawing without a start, which is another complaint': aDrawing({
      transitions: [aWay('need', 'signed'), aWay('signed', 'need')],
    }),
  },
  complainsAbout: {
    'two stages that follow only each other': {
      in: aDrawing({ stages, transitions: [aWay('need', 'signed'), aWay('tender', 'trial'), aWay('trial', 'tender')] }),
      at: [
        { kind: 'stage', id: 'tender', values: { stage: 'tender' } },
        { kind: 'stage', id: 'trial', values: { stage: 'trial' } },
      ],
    },
    'a stage that joins a path which runs through itself, and what follows': {
      in: aDrawing({
        stages: [aStage('need'), aStage('trial', { join: 'all' }), aStage('report'), aStage('signed', { end: 'won' })],
        transitions: [aWay('need', 'trial'), aWay('report', 'trial'), aWay('trial', 'report'), aWay('need', 'signed')],
      }),
      at: [
        { kind: 'stage', id: 'trial' },
        { kind: 'stage', id: 'report' },
      ],
    },
  },
})
