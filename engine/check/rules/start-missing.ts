import type { Check } from '../finding.ts'
import { graphOf } from '../stage-graph.ts'

/** No stage opens with the deal, since a transition leads to each of them. */
export const startMissing: Check<'start-missing'> = (model) =>
  model.stages.length === 0 || graphOf(model).starts.length > 0
    ? []
    : [{ place: { kind: 'model', id: 'model' }, values: {} }]
