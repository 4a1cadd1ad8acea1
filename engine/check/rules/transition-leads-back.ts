import { stageName, transitionName } from '../conditions-of.ts'
import type { Check } from '../finding.ts'
import { graphOf, reachableStages, stagesFrom } from '../stage-graph.ts'

/**
 * A transition to a stage that every path to its source runs through. That stage is passed whenever the transition could
 * be taken, and the run opens a passed stage again only where what it rested on is withdrawn: then its source falls back
 * too. So the transition never does anything.
 */
export const transitionLeadsBack: Check<'transition-leads-back'> = (model) => {
  const graph = graphOf(model)
  const reached = reachableStages(model)
  return model.transitions
    .filter(({ from, to }) => from !== to && reached.has(from) && reached.has(to))
    .filter(({ from, to }) => stagesFrom(graph, [to]).has(from) && !stagesFrom(graph, graph.starts, to).has(from))
    .map((transition) => ({
      place: { kind: 'transition', id: transition.id },
      values: { place: transitionName(model, transition), stage: stageName(model, transition.to) },
    }))
}
