import type { Plan, PlannedStage } from '../compile/plan.ts'
import type { DealState, Task } from '../deal/deal-state.ts'
import type { Effect } from '../deal/effect.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import { durationMs } from '../model/duration.ts'
import type { Action } from '../model/stage.ts'
import { clocksOf, type StartOf } from './clocks.ts'

/** Opens the tasks that open stages owe, and closes those whose effect is there or whose stage is no longer open. */
export function oweTasks(
  plan: Plan,
  state: DealState,
  facts: KnownFacts,
  now: string,
): { tasks: DealState['tasks']; effects: Effect[] } {
  const tasks = { ...state.tasks }
  const effects: Effect[] = []
  const startOf = clocksOf(plan, state, now)
  const close = (id: string, task: Task, status: Task['status']) => {
    tasks[id] = { ...task, status, closedAt: now, seq: state.seq }
    effects.push({ kind: 'close-task', task: id })
  }
  const owed = new Set(Object.values(tasks).flatMap(({ status, action }) => (status === 'open' && action) || []))
  for (const stage of plan.stages)
    for (const action of stage.actions) {
      if (state.stages[stage.id]?.status !== 'open' && !owed.has(action.id)) continue
      const current = Object.entries(tasks).find(([, task]) => task.action === action.id && task.status === 'open')
      if (current && hasEffect(action, facts)) close(...current, 'effect-obtained')
      else if (current && isDropped(state, action)) close(...current, 'dropped')
      else if (current && state.stages[stage.id]?.status !== 'open') close(...current, 'cancelled')
      else if (!current && isOwed(stage, action, state, facts)) {
        const before = Object.entries(tasks).find(([, task]) => task.standsFor === action.id && task.status === 'open')
        const id = before ? before[0] : `${action.id}.${state.seq}`
        const owed = newTask(stage, action, state, now, startOf)
        tasks[id] = before ? ofAction(before[1], owed) : owed
        if (!before) effects.push({ kind: 'open-task', task: id })
      } else if (current && action.dueFrom) tasks[current[0]] = dueAnew(current[1], action, state.seq, startOf)
    }
  for (const [id, task] of Object.entries(tasks))
    if (task.action || task.status !== 'open') continue
    else if (hasEffect(task, facts)) close(id, task, 'effect-obtained')
    else if (task.stage && state.stages[task.stage]?.status === 'completed') close(id, task, 'cancelled')
  return { tasks, effects }
}

const hasEffect = (action: Pick<Action, 'brings'>, facts: KnownFacts): boolean =>
  action.brings.length > 0 &&
  action.brings.every((id) => isObtained(facts[factName.element(id)]) || facts[factName.commitment(id)] === true)

const isObtained = (value: KnownFacts[string] | undefined): boolean => value !== undefined && value !== false

const isDropped = (state: DealState, action: Action): boolean =>
  Object.values(state.deviations).some(({ kind, target }) => kind === 'drop-action' && target === action.id)

function isOwed(stage: PlannedStage, action: Action, state: DealState, facts: KnownFacts): boolean {
  const run = state.stages[stage.id]
  if (run?.status !== 'open' || isDropped(state, action) || hasEffect(action, facts)) return false
  const opened = run.openedAt ?? state.openedAt
  return !Object.values(state.tasks).some(
    (task) => task.action === action.id && task.status === 'done' && (task.closedAt ?? '') >= opened,
  )
}

function newTask(stage: PlannedStage, action: Action, state: DealState, now: string, startOf: StartOf): Task {
  const dueAt = dueTime(action, now, startOf)
  return {
    name: action.name,
    status: 'open',
    assignee: state.owner,
    brings: action.brings,
    action: action.id,
    stage: stage.id,
    openedAt: now,
    seq: state.seq,
    ...(dueAt && { dueAt }),
  }
}

/** A task from before the deal had its model, as that of the action that it stands for; who owes it and when stays. */
function ofAction({ standsFor: _, ...before }: Task, owed: Task): Task {
  const { name, assignee, openedAt, dueAt = owed.dueAt } = before
  return { ...owed, name, assignee, openedAt, ...(dueAt && { dueAt }) }
}

/** A task whose time starts on an outside event falls due with it: later, sooner, or, once that is withdrawn, not at all. */
function dueAnew(task: Task, action: Action, seq: number, startOf: StartOf): Task {
  const dueAt = dueTime(action, task.openedAt, startOf)
  if (dueAt === task.dueAt) return task
  const { dueAt: _, escalatedAt: __, ...rest } = task
  return { ...rest, ...(dueAt && { dueAt }), seq }
}

function dueTime({ due, dueFrom }: Action, opening: string, startOf: StartOf): string | undefined {
  const start = due && startOf(opening, dueFrom)
  return due && start !== undefined ? new Date(start + durationMs(due)).toISOString() : undefined
}
