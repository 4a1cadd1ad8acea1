import { expect, it } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'
import { playStepSchema, type Scenario } from '../model/scenario.ts'
import { runScenarios, scenarioOf } from './run-scenario.ts'

const model = processModelSchema.parse(smallPurchase)
const steps = [
  playStepSchema.parse({ kind: 'learn', facts: [{ fact: 'element.inquiry', value: true }] }),
  playStepSchema.parse({ kind: 'learn', facts: [{ fact: 'element.budget', value: 9000 }] }),
]
const play = { id: 'quick', name: 'Quick', start: '2026-03-02T09:00:00Z', steps }
const otherwise = (change: (stage: ProcessModel['stages'][number]) => Partial<ProcessModel['stages'][number]>) => ({
  ...model,
  stages: model.stages.map((stage) => ({ ...stage, ...change(stage) })),
})

/** What is broken of one scenario that is kept with a drawing. */
const brokenIn = async (drawing: ProcessModel, scenario: Scenario) =>
  (await runScenarios({ ...drawing, scenarios: [scenario] })).get(scenario.id) ?? []

it('a play that is kept expects what came of it', async () => {
  const scenario = await scenarioOf(model, play)
  expect(scenario.expects).toEqual({
    stages: { need: 'completed', funding: 'completed', approval: 'open', signed: 'waiting' },
    actions: ['meet-approver'],
    support: [],
  })
  expect(await brokenIn(model, scenario)).toEqual([])
})

it('a drawing that asks for more before a stage is passed breaks it, and says where', async () => {
  const scenario = await scenarioOf(model, play)
  const stricter = otherwise(({ id }) =>
    id === 'funding' ? { exit: { fact: 'element.budget', operator: 'greaterThan', value: 10_000 } } : {},
  )
  expect(await brokenIn(stricter, scenario)).toContainEqual({
    kind: 'stage',
    id: 'approval',
    expected: 'open',
    actual: 'waiting',
  })
})

it('an action that is new where the scenario ends breaks it', async () => {
  const scenario = await scenarioOf(model, play)
  const more = otherwise(({ id, actions }) =>
    id === 'approval'
      ? { actions: [...actions, { id: 'demo', name: 'Demonstrate', brings: ['approve'], required: true }] }
      : {},
  )
  expect(await brokenIn(more, scenario)).toEqual([{ kind: 'action', id: 'demo', expected: false, actual: true }])
})

it('a step that has no place any more breaks it', async () => {
  const scenario = await scenarioOf(model, { ...play, steps: [{ kind: 'object', type: 'price' }] })
  const broken = await brokenIn({ ...model, objectionTypes: [] }, scenario)
  expect(broken[0]).toMatchObject({ kind: 'step', step: 1 })
})

it('steps that were refused while it was played are not kept', async () => {
  const scenario = await scenarioOf(model, { ...play, steps: [{ kind: 'do', action: 'meet-approver' }, ...steps] })
  expect(scenario.steps).toEqual(steps)
})
