import { stageCriterion } from '../../compile/stage-criterion.ts'
import { canHold } from '../can-hold.ts'
import { stageName } from '../conditions-of.ts'
import type { Check } from '../finding.ts'
import { passedBefore, restOf } from '../passage.ts'
import { isWellTyped } from '../test-fault.ts'

/** A stage that asks, to be completed, for what contradicts a stage that every deal has passed by then and still rests on. */
export const stageContradictsEarlier: Check<'stage-contradicts-earlier'> = (model) =>
  model.stages.flatMap((stage) => {
    const criterion = stageCriterion(stage)
    const before = [...(passedBefore(model).get(stage.id) ?? [])]
    if (before.length === 0 || !isWellTyped(model, criterion) || !canHold(model, criterion)) return []
    const holdsAfter = (passed: string[]) =>
      canHold(model, { all: [restOf(model, passed, criterion, stage.id), criterion] })
    // What a stage rules out by itself is another complaint.
    if (!holdsAfter([]) || holdsAfter(before)) return []
    const one = before.find((id) => !holdsAfter([id]))
    const earlier = one ? [one] : before.filter((id) => holdsAfter(before.filter((other) => other !== id)))
    const names = (earlier.length > 0 ? earlier : before).map((id) => stageName(model, id)).join(', ')
    return [
      {
        place: { kind: 'stage', id: stage.id, ...(stage.exit && { part: 'exit' as const }) },
        values: { stage: stage.name, earlier: names },
      },
    ]
  })
