import { stageCriterion } from '../../compile/stage-criterion.ts'
import { testsIn } from '../../model/condition.ts'
import type { ProcessModel } from '../../model/process-model.ts'
import { stageName } from '../conditions-of.ts'
import type { Check } from '../finding.ts'

type Ways = ReadonlyMap<string, readonly string[]>

/**
 * A cycle of two or more stages that ask for nothing, joined by transitions that ask for nothing. The run opens and
 * completes such stages in the very step in which one of them opens, and never opens a passed stage again: so the cycle
 * is run through once, unseen, and its way back leads nowhere. Each stage is named in one cycle, a shortest one.
 */
export const cycleWithoutProgress: Check<'cycle-without-progress'> = (model) => {
  const ways = idleWays(model)
  const told = new Set<string>()
  return [...ways.keys()].flatMap((start) => {
    const cycle = told.has(start) ? undefined : shortestCycle(ways, start)
    if (!cycle) return []
    for (const id of cycle) told.add(id)
    const stages = [...cycle, start].map((id) => stageName(model, id)).join(' → ')
    return [{ place: { kind: 'stage', id: start }, values: { stages } }]
  })
}

/** Where transitions without a condition lead, among stages that ask for nothing. */
function idleWays(model: ProcessModel): Ways {
  const idle = model.stages.filter((stage) => !stage.entry && testsIn(stageCriterion(stage)).length === 0)
  const ways = new Map<string, string[]>(idle.map(({ id }) => [id, []]))
  for (const { from, to, condition } of model.transitions)
    if (!condition && from !== to && ways.has(to)) ways.get(from)?.push(to)
  return ways
}

function shortestCycle(ways: Ways, start: string): string[] | undefined {
  const paths = new Map([[start, [start]]])
  for (const [id, path] of paths)
    for (const to of ways.get(id) ?? []) {
      if (to === start) return path
      if (!paths.has(to)) paths.set(to, [...path, to])
    }
  return undefined
}
