import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState, Task } from '../deal/deal-state.ts'
import { DomainError } from '../domain-error.ts'
import type { Applied } from './applied.ts'

export type TaskEvent = Extract<DealEvent, { kind: `task-${string}` }>

/** Writes a task that somebody added, or the end of one, into the state. */
export function applyTask(state: DealState, event: TaskEvent, now: string): Applied {
  if (event.kind === 'task-added') return addTask(state, event, now)
  const task = state.tasks[event.task]
  if (!task) throw new DomainError('TASK_NOT_FOUND', `This deal has no task ${event.task}.`)
  const closed = { closedAt: now, closedBy: event.by, seq: state.seq }
  const ended: Task =
    event.kind === 'task-completed'
      ? { ...task, ...closed, status: 'done', note: event.note }
      : { ...task, ...closed, status: 'cancelled' }
  return {
    state: { ...state, tasks: { ...state.tasks, [event.task]: ended } },
    effects: [{ kind: 'close-task', task: event.task }],
  }
}

type Added = { id: string; name: string; due?: string; assignee?: string; stage?: string; brings?: string[] }

/** The deal with a task from hand, named by what added it. */
export function addTask(
  state: DealState,
  { id, name, due, assignee, stage, brings = [] }: Added,
  now: string,
): Applied {
  const task: Task = {
    name,
    status: 'open',
    assignee: assignee ?? state.owner,
    brings,
    openedAt: now,
    seq: state.seq,
    ...(stage && { stage }),
    ...(due && { dueAt: due }),
  }
  return { state: { ...state, tasks: { ...state.tasks, [id]: task } }, effects: [{ kind: 'open-task', task: id }] }
}
