import { transitionName } from '../conditions-of.ts'
import type { Check } from '../finding.ts'

/** A transition with an end at a stage that is gone. */
export const transitionStageMissing: Check<'transition-stage-missing'> = (model) => {
  const stages = new Set(model.stages.map(({ id }) => id))
  return model.transitions.flatMap((transition) =>
    [transition.from, transition.to]
      .filter((stage) => !stages.has(stage))
      .map((stage) => ({
        place: { kind: 'transition' as const, id: transition.id },
        values: { place: transitionName(model, transition), stage },
      })),
  )
}
