import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDrawing, ask } from '../../tests/support/a-drawing.ts'
import { demonstrates } from '../../tests/support/demonstrates.ts'
import { finds, mutantsOf } from '../../tests/support/mutants.ts'
import { validModel } from '../../tests/support/valid-models.ts'
import { witnessOf } from '../check/can-hold.ts'
import { checkModel } from '../check/check-model.ts'
import { keptOf } from '../check/passage.ts'
import type { RuleName } from '../check/sentences.ts'
import { compileModel } from '../compile/compile.ts'
import { type Scalar, testsIn } from '../model/condition.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'
import { bringAll } from './bring-all.ts'
import { counterexampleTo } from './counterexample.ts'
import { play } from './play.ts'

const start = '2026-03-02T09:00:00.000Z'
const valid = fc.sample(validModel, { numRuns: 100, seed: 20_261_128 })

/** Values with which every stage of a drawing can be completed, whichever way a deal goes. */
function goodValues(model: ProcessModel) {
  const kept = keptOf(
    model,
    model.stages.map(({ id }) => id),
  )
  const isOfTheWay = ({ fact }: { fact: string }) => fact.startsWith('attribute.')
  return (
    witnessOf(model, { all: kept.filter((member) => !testsIn(member).some(isOfTheWay)) }) ?? new Map<string, Scalar>()
  )
}

it('a purchase that is drawn rightly ends once everybody brings all they can', async () => {
  for (const model of valid) {
    const { snapshots } = await bringAll({ model, values: goodValues(model), start })
    expect(model.stages.filter(({ end }) => end).map(({ id }) => snapshots.at(-1)?.state.stages[id]?.status)).toEqual([
      'completed',
    ])
  }
}, 60_000)

it('each finding about what deals do has a deal that, played, shows it', async () => {
  const shown = new Set<string>()
  for (const mutant of mutantsOf(valid, 5)) {
    const finding = finds(checkModel(mutant.model), mutant)
    const shows = finding && demonstrates[finding.rule as RuleName]
    if (!shows) continue
    const steps = await counterexampleTo(mutant.model, finding, start)
    const snapshots = await play(compileModel(mutant.model), steps ?? [], start)
    const { state, refused } = snapshots.at(-1) as (typeof snapshots)[number]
    expect(refused).toBeUndefined()
    expect(shows(mutant.model, finding, state), finding.message).toBe(true)
    shown.add(finding.rule)
  }
  expect([...shown].toSorted()).toEqual(Object.keys(demonstrates).toSorted())
}, 120_000)

it('a finding about the drawing alone has none', async () => {
  const size = { id: 'seats', name: 'Seats', value: { kind: 'number' as const } }
  const exit = { all: [ask('attribute.seats', 'greaterThan', 5), ask('attribute.seats', 'greaterThan', 3)] }
  const model = processModelSchema.parse(aDrawing({ attributes: [size], need: { exit } }))
  const [finding] = checkModel(model)
  expect(finding?.rule).toBe('condition-part-shadowed')
  expect(finding && (await counterexampleTo(model, finding, start))).toBeUndefined()
})
