import type { ProcessModel } from '../model/process-model.ts'
import { oncePer } from './once-per.ts'

/** Ids of stages, with where their transitions lead and come from. Transitions to or from nowhere are left out. */
export type StageGraph = {
  starts: readonly string[]
  next: ReadonlyMap<string, readonly string[]>
  previous: ReadonlyMap<string, readonly string[]>
}

export const graphOf = oncePer((model: ProcessModel): StageGraph => {
  const next = new Map<string, string[]>(model.stages.map(({ id }) => [id, []]))
  const previous = new Map<string, string[]>(model.stages.map(({ id }) => [id, []]))
  for (const { from, to } of model.transitions) {
    if (!next.has(from) || !previous.has(to)) continue
    next.get(from)?.push(to)
    previous.get(to)?.push(from)
  }
  const led = new Set(model.transitions.map(({ to }) => to))
  return { starts: model.stages.map(({ id }) => id).filter((id) => !led.has(id)), next, previous }
})

/** Stages that a deal can get to, as the run opens them: by any transition, or where the stage joins, by all of them. */
export const reachableStages = oncePer((model: ProcessModel): ReadonlySet<string> => {
  const { starts, next, previous } = graphOf(model)
  const joining = new Set(model.stages.filter(({ join }) => join === 'all').map(({ id }) => id))
  const reached = new Set(starts)
  for (const id of reached)
    for (const to of next.get(id) ?? [])
      if (!joining.has(to) || previous.get(to)?.every((from) => reached.has(from))) reached.add(to)
  return reached
})

/** Stages on a path from the given ones, these included, that keeps clear of the stage `without`. */
export function stagesFrom({ next }: StageGraph, from: readonly string[], without?: string): ReadonlySet<string> {
  const reached = new Set(from.filter((id) => id !== without))
  for (const id of reached) for (const to of next.get(id) ?? []) if (to !== without) reached.add(to)
  return reached
}
