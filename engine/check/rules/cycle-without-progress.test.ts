import { aDrawing, aStage, ask, aWay, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'

const stages = [aStage('need'), aStage('offer'), aStage('talk'), aStage('signed', { end: 'won' })]
const round = [aWay('need', 'offer'), aWay('offer', 'talk'), aWay('talk', 'offer'), aWay('talk', 'signed')]
const drawn = { stages, transitions: round, ...factsToAskFor }

verifyCheck('cycle-without-progress', {
  isContentWith: {
    'stages that ask for nothing, without a cycle': aDrawing({}),
    'a cycle in which one stage requires an element': aDrawing({
      ...drawn,
      stages: stages.map((stage) =>
        stage.id === 'talk'
          ? { ...stage, elements: [{ id: 'price', name: 'Price', value: { kind: 'money' } }] }
          : stage,
      ),
    }),
    'a cycle in which one stage has an entry condition': aDrawing({
      ...drawn,
      stages: stages.map((stage) =>
        stage.id === 'offer' ? { ...stage, entry: ask('attribute.amount', 'isKnown') } : stage,
      ),
    }),
    'a cycle with a condition on the way': aDrawing({
      ...drawn,
      transitions: round.map((way) =>
        way.to === 'talk' ? { ...way, condition: ask('attribute.amount', 'isKnown') } : way,
      ),
    }),
  },
  complainsAbout: {
    'a cycle in which nothing is required, once': {
      in: aDrawing(drawn),
      at: [{ kind: 'stage', id: 'offer', values: { stages: 'offer → talk → offer' } }],
    },
    'a cycle whose only element is not required': {
      in: aDrawing({
        ...drawn,
        stages: stages.map((stage) => ({
          ...stage,
          elements: [{ id: `e-${stage.id}`, name: stage.name, value: { kind: 'flag' }, required: false }],
        })),
      }),
      at: [{ kind: 'stage', id: 'offer' }],
    },
    'two cycles that have nothing in common': {
      in: aDrawing({
        stages: [...stages, aStage('pilot'), aStage('review')],
        transitions: [...round, aWay('talk', 'pilot'), aWay('pilot', 'review'), aWay('review', 'pilot')],
      }),
      at: [
        { kind: 'stage', id: 'offer' },
        { kind: 'stage', id: 'pilot' },
      ],
    },
  },
})
