import { stageCriterion } from '../../compile/stage-criterion.ts'
import { canHold } from '../can-hold.ts'
import type { Check } from '../finding.ts'
import { isWellTyped } from '../test-fault.ts'

/** A stage whose exit condition can hold by itself, and not together with what the stage requires. */
export const stageNeverComplete: Check<'stage-never-complete'> = (model) =>
  model.stages
    .filter((stage) => {
      const criterion = stageCriterion(stage)
      return stage.exit && isWellTyped(model, criterion) && canHold(model, stage.exit) && !canHold(model, criterion)
    })
    .map(({ id, name }) => ({ place: { kind: 'stage', id, part: 'exit' }, values: { stage: name } }))
