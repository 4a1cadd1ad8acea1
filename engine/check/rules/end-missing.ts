import type { Check } from '../finding.ts'
import { reachableStages } from '../stage-graph.ts'

/** No stage that a deal gets to is an end, so no deal is ever recognised as won or lost. */
export const endMissing: Check<'end-missing'> = (model) => {
  const reached = reachableStages(model)
  const ends = model.stages.some(({ id, end }) => end && reached.has(id))
  return ends || reached.size === 0 ? [] : [{ place: { kind: 'model', id: 'model' }, values: {} }]
}
