import { aDrawing, aStage, ask, aWay, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const size = (value: string) => ask('attribute.size', 'equal', value)

verifyCheck('stage-contradicts-earlier', {
  isContentWith: {
    'the same asked for twice': aDrawing({
      ...factsToAskFor,
      need: { exit: size('small') },
      signed: { exit: size('small') },
    }),
    'a stage that some deals go around': aDrawing({
      ...factsToAskFor,
      stages: [
        aStage('need'),
        aStage('pilot', { exit: size('small') }),
        aStage('signed', { exit: size('large'), end: 'won' }),
      ],
      transitions: [aWay('need', 'pilot'), aWay('need', 'signed'), aWay('pilot', 'signed')],
    }),
  },
  complainsAbout: {
    'another value than a passed stage rests on': {
      in: aDrawing({ ...factsToAskFor, need: { exit: size('small') }, signed: { exit: size('large') } }),
      at: [
        {
          kind: 'stage',
          id: 'signed',
          part: 'exit',
          values: { stage: 'Contract signed', earlier: 'Need stated' },
        },
      ],
    },
    'another value than one of the stages that it joins rests on': {
      in: aDrawing({
        ...factsToAskFor,
        stages: [
          aStage('need'),
          aStage('legal'),
          aStage('finance', { exit: size('small') }),
          aStage('signed', { join: 'all', exit: size('large'), end: 'won' }),
        ],
        transitions: [
          aWay('need', 'legal'),
          aWay('need', 'finance'),
          aWay('legal', 'signed'),
          aWay('finance', 'signed'),
        ],
      }),
      at: [{ kind: 'stage', id: 'signed', part: 'exit', values: { stage: 'signed', earlier: 'finance' } }],
    },
  },
})
