import type { DealState, SupportRequest } from '#engine/deal'

/** What one step changed of a deal, as its people care for it. Stages by id, tasks by name. */
export type Moved = {
  completed: string[]
  opened: string[]
  reopened: string[]
  /** Stages that the purchase no longer reaches. */
  fallenBack: string[]
  /** Tasks that are no longer owed, since their effect is there. */
  spared: string[]
  owed: string[]
  asked: SupportRequest[]
}

export function whatMoved(before: DealState, after: DealState): Moved {
  const was = (id: string) => before.stages[id]?.status ?? 'waiting'
  const stages = Object.entries(after.stages).filter(([id, { status }]) => was(id) !== status)
  const stagesThat = (moved: (from: string, to: string) => boolean) =>
    stages.flatMap(([id, { status }]) => (moved(was(id), status) ? [id] : []))
  const tasks = Object.entries(after.tasks).filter(([id, { status }]) => before.tasks[id]?.status !== status)
  const tasksNow = (status: string) => tasks.flatMap(([, task]) => (task.status === status ? [task.name] : []))
  return {
    completed: stagesThat((_, to) => to === 'completed'),
    opened: stagesThat((from, to) => to === 'open' && from === 'waiting'),
    reopened: stagesThat((from, to) => to === 'open' && from !== 'waiting'),
    fallenBack: stagesThat((_, to) => to === 'waiting'),
    spared: tasksNow('effect-obtained'),
    owed: tasksNow('open'),
    asked: Object.entries(after.supportRequests).flatMap(([id, request]) =>
      before.supportRequests[id] || request.status !== 'open' ? [] : [request],
    ),
  }
}

export const isStill = (moved: Moved): boolean => Object.values(moved).every((things) => things.length === 0)
