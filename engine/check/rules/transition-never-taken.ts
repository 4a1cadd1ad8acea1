import { lastingPart, lowerCondition } from '../../compile/lower-condition.ts'
import { stageCriterion } from '../../compile/stage-criterion.ts'
import { canHold } from '../can-hold.ts'
import { transitionName } from '../conditions-of.ts'
import type { Check } from '../finding.ts'
import { isWellTyped } from '../test-fault.ts'

/**
 * A transition whose condition contradicts what its source goes on resting on once it is passed. Only a deal that skips
 * the source could take it.
 */
export const transitionNeverTaken: Check<'transition-never-taken'> = (model) => {
  const stages = new Map(model.stages.map((stage) => [stage.id, stage]))
  return model.transitions.flatMap((transition) => {
    const source = stages.get(transition.from)
    const { condition } = transition
    if (!source || !condition) return []
    const kept = lastingPart(lowerCondition(stageCriterion(source)))
    const both = { all: [kept, condition] }
    if (!isWellTyped(model, both) || !canHold(model, kept) || !canHold(model, condition) || canHold(model, both))
      return []
    const values = { place: transitionName(model, transition), stage: source.name }
    return [{ place: { kind: 'transition', id: transition.id }, values }]
  })
}
