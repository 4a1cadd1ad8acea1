import { type Plan, triggersOf } from '../compile/plan.ts'
import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState, Task } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'

/**
 * Puts a deal on another version of its model, or on its own with changes: what both have, by id, is carried; tasks that the
 * new one does not ask for are cancelled. The record stays whole, also where the new one does not know what it speaks of, and
 * stages that it does not have are kept as they were left, for a version that has them again. Where the deal stands on it
 * is for the rules to say.
 */
export function moveModel(
  plan: Plan,
  state: DealState,
  { planHash, version, own = [] }: DealEvent & { kind: 'model-moved' | 'model-adapted' },
  now: string,
): { state: DealState; effects: Effect[] } {
  const { tasks, effects } = carryTasks(plan, state, now)
  const { formerStages: _, own: __, ...rest } = state
  return {
    state: {
      ...rest,
      planHash,
      version,
      ...(own.length > 0 && { own }),
      ...carryStages(plan, state),
      tasks,
      supportRequests: carryRequests(plan, state),
    },
    effects,
  }
}

function carryStages(plan: Plan, state: DealState): Pick<DealState, 'stages' | 'formerStages'> {
  const runs = Object.entries({ ...state.formerStages, ...state.stages })
  const has = ([id]: (typeof runs)[number]) => plan.stages.some((stage) => stage.id === id)
  const former = runs.filter((run) => !has(run))
  return {
    stages: Object.fromEntries(runs.filter(has)),
    ...(former.length > 0 && { formerStages: Object.fromEntries(former) }),
  }
}

/** What a seller added by hand is asked by nobody's version, and stays owed. */
function carryTasks(plan: Plan, state: DealState, now: string): { tasks: DealState['tasks']; effects: Effect[] } {
  const tasks = { ...state.tasks }
  const effects: Effect[] = []
  for (const [id, task] of Object.entries(state.tasks)) {
    if (task.status !== 'open' || task.action === undefined) continue
    const stage = plan.stages.find(({ actions }) => actions.some((action) => action.id === task.action))
    const action = stage?.actions.find((one) => one.id === task.action)
    if (stage && action)
      tasks[id] = changed(task, { name: action.name, brings: action.brings, stage: stage.id }, state.seq)
    else {
      tasks[id] = { ...task, status: 'cancelled', closedAt: now, seq: state.seq }
      effects.push({ kind: 'close-task', task: id })
    }
  }
  return { tasks, effects }
}

function changed(task: Task, asked: Pick<Task, 'name' | 'brings' | 'stage'>, seq: number): Task {
  const isSame =
    task.name === asked.name && task.stage === asked.stage && task.brings.join(' ') === asked.brings.join(' ')
  return isSame ? task : { ...task, ...asked, seq }
}

/** Open requests go on under the name and at the stage that the version has for them; the rules cancel those it lacks. */
function carryRequests(plan: Plan, state: DealState): DealState['supportRequests'] {
  return Object.fromEntries(
    Object.entries(state.supportRequests).map(([id, request]) => {
      const trigger = triggersOf(plan).find((one) => one.id === request.trigger)
      const stage = plan.stages.find(({ support }) => support.some((one) => one.id === request.trigger))?.id
      if (request.status !== 'open' || !trigger || request.objection) return [id, request]
      const isSame = request.name === trigger.name && request.blocks === trigger.blocks && request.stage === stage
      const asked = { name: trigger.name, blocks: trigger.blocks, ...(stage && { stage }), seq: state.seq }
      return [id, isSame ? request : { ...request, ...asked }]
    }),
  )
}
