import { compileModel } from '../compile/compile.ts'
import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { PlayedStanding, PlayStep, Scenario } from '../model/scenario.ts'
import { play } from './play.ts'

/**
 * In what a played scenario differs from what it expects. `step`: that step, counted from 1, could not be taken. Otherwise a
 * stage, an owed action or an asked support stands otherwise: `expected` and `actual` are the stage's status, or whether it
 * is there.
 */
export type Broken =
  | { kind: 'step'; step: number; reason: string }
  | { kind: 'stage'; id: string; expected: string; actual: string }
  | { kind: 'action' | 'support'; id: string; expected: boolean; actual: boolean }

/** Plays a drawing's scenarios against it: what is broken of each, by its id. Nothing: it ends as it is expected to. */
export async function runScenarios(model: ProcessModel): Promise<ReadonlyMap<string, readonly Broken[]>> {
  const plan = compileModel(model)
  const broken = new Map<string, readonly Broken[]>()
  for (const scenario of model.scenarios) broken.set(scenario.id, await brokenOf(plan, scenario))
  return broken
}

async function brokenOf(plan: Plan, { steps, start, expects }: Scenario): Promise<Broken[]> {
  const snapshots = await play(plan, steps, start)
  const refused = snapshots.flatMap(({ refused }, n): Broken[] =>
    refused === undefined ? [] : [{ kind: 'step', step: n, reason: refused }],
  )
  const state = snapshots.at(-1)?.state
  if (!state) return refused
  const stands = standingOf(state)
  return [
    ...refused,
    ...Object.entries(expects.stages).flatMap(([id, expected]): Broken[] => {
      const actual = stands.stages[id] ?? 'gone'
      return actual === expected ? [] : [{ kind: 'stage', id, expected, actual }]
    }),
    ...differing('action', expects.actions, stands.actions),
    ...differing('support', expects.support, stands.support),
  ]
}

function differing(kind: 'action' | 'support', expected: string[], actual: string[]): Broken[] {
  return [...new Set([...expected, ...actual])]
    .filter((id) => expected.includes(id) !== actual.includes(id))
    .map((id) => ({ kind, id, expected: expected.includes(id), actual: actual.includes(id) }))
}

/** A play as a scenario that expects what comes of it now. */
export async function scenarioOf(
  model: ProcessModel,
  { id, name, start, steps }: { id: string; name: string; start: string; steps: PlayStep[] },
): Promise<Scenario> {
  const snapshots = await play(compileModel(model), steps, start)
  const taken = steps.filter((_, n) => snapshots[n + 1]?.refused === undefined)
  const state = snapshots.at(-1)?.state
  return {
    id,
    name,
    start,
    steps: taken,
    expects: state ? standingOf(state) : { stages: {}, actions: [], support: [] },
  }
}

/** How a deal stands, in the words of the drawing. */
function standingOf({ stages, tasks, supportRequests }: DealState): PlayedStanding {
  const owed = Object.values(tasks).flatMap(({ action, status }) => (status === 'open' && action ? [action] : []))
  const asked = Object.values(supportRequests).flatMap(({ trigger, status }) => (status === 'open' ? [trigger] : []))
  return {
    stages: Object.fromEntries(Object.entries(stages).map(([id, { status }]) => [id, status])),
    actions: [...new Set(owed)].toSorted(),
    support: [...new Set(asked)].toSorted(),
  }
}
