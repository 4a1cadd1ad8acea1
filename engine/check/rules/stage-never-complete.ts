import { stageCriterion } from '../../compile/stage-criterion.ts'
import type { Condition } from '../../model/condition.ts'
import { canHold } from '../can-hold.ts'
import type { Check } from '../finding.ts'
import { standsOn } from '../passage.ts'
import { isWellTyped } from '../test-fault.ts'

/**
 * A stage that asks for what rules itself out: its exit condition, what it requires, its entry condition and the ways into it
 * can hold by themselves, and not together.
 */
export const stageNeverComplete: Check<'stage-never-complete'> = (model) =>
  model.stages
    .filter((stage) => {
      const criterion = stageCriterion(stage)
      const reached = standsOn(model).get(stage.id) ?? []
      const together: Condition = { all: [...reached, criterion] }
      if ((!stage.exit && reached.length === 0) || !isWellTyped(model, together)) return false
      const canBeReached = canHold(model, { all: [...reached] })
      return canBeReached && (!stage.exit || canHold(model, stage.exit)) && !canHold(model, together)
    })
    .map(({ id, name, exit }) => ({
      place: { kind: 'stage', id, ...(exit && { part: 'exit' as const }) },
      values: { stage: name },
    }))
