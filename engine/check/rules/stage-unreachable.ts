import type { Check } from '../finding.ts'
import { reachableStages } from '../stage-graph.ts'

/**
 * A stage that no deal gets to: no path leads there, or it joins transitions of which one is never taken. A drawing
 * without a start is complained about as that.
 */
export const stageUnreachable: Check<'stage-unreachable'> = (model) => {
  const reached = reachableStages(model)
  if (reached.size === 0) return []
  return model.stages
    .filter(({ id }) => !reached.has(id))
    .map(({ id, name }) => ({ place: { kind: 'stage', id }, values: { stage: name } }))
}
