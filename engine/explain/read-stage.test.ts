import { expect, it } from 'vitest'
import { aDrawing, ask, aWay } from '../../tests/support/a-drawing.ts'
import { compileModel } from '../compile/compile.ts'
import { processModelSchema } from '../model/process-model.ts'
import { playStepSchema } from '../model/scenario.ts'
import { play } from '../play/play.ts'
import { readStage } from './read-stage.ts'

const start = '2026-03-02T09:00:00Z'
const model = processModelSchema.parse(
  aDrawing({
    attributes: [{ id: 'amount', name: 'Amount', value: { kind: 'money' } }],
    thresholds: [{ id: 'board', name: 'Board', values: [{ from: '2026-01-01', amount: 50_000 }] }],
    signed: {
      elements: [{ id: 'contract', name: 'Contract', value: { kind: 'flag' }, from: [] }],
      exit: ask('attribute.amount', 'lessThan', { fact: 'threshold.board' }),
    },
    transitions: [aWay('need', 'signed', { condition: ask('attribute.amount', 'greaterThan', 1_000) })],
  }),
)

async function reading(amount: number, stage = 'signed') {
  const learn = playStepSchema.parse({ kind: 'learn', facts: [{ fact: 'attribute.amount', value: amount }] })
  const [, after] = await play(compileModel(model), [learn], start)
  return after && readStage(model, after.state, after.now, stage)
}

it('says of each part of a stage whether it holds, with the value that it met', async () => {
  const read = await reading(60_000)
  expect(read?.ways).toMatchObject([{ from: 'need', reading: { answer: 'yes', value: 60_000 } }])
  expect(read?.exit).toMatchObject({
    answer: 'no',
    members: [{ answer: 'unknown' }, { answer: 'no', value: 60_000, against: 50_000 }],
  })
})

it('a stage that is not drawn has nothing to read', async () => {
  expect(await reading(1, 'gone')).toBeUndefined()
})
