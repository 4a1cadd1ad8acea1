import { lowerCondition } from '../../compile/lower-condition.ts'
import { stageCriterion } from '../../compile/stage-criterion.ts'
import { factName } from '../../facts/fact.ts'
import { durationMs } from '../../model/duration.ts'
import { canHold } from '../can-hold.ts'
import type { Check } from '../finding.ts'
import { isWellTyped } from '../test-fault.ts'

const day = 86_400_000

/** A stage that waits longer for a commitment to age than the commitment holds: it lapses first, each time it is given. */
export const commitmentLapsesFirst: Check<'commitment-lapses-first'> = (model) =>
  model.stages.flatMap((stage) => {
    const criterion = lowerCondition(stageCriterion(stage))
    if (!isWellTyped(model, criterion) || !canHold(model, criterion)) return []
    return model.stages
      .flatMap(({ commitments }) => commitments)
      .flatMap(({ id, name, validity }) => {
        if (!validity) return []
        const fact = factName.commitment(id)
        const lasts = {
          fact: factName.daysSince(fact),
          operator: 'lessThan' as const,
          value: Math.ceil(durationMs(validity) / day),
        }
        const whileItHolds = {
          any: [
            { fact, operator: 'isUnknown' as const, value: true },
            { fact, operator: 'notEqual' as const, value: true },
            lasts,
          ],
        }
        if (canHold(model, { all: [criterion, whileItHolds] })) return []
        return [{ place: { kind: 'stage' as const, id: stage.id }, values: { stage: stage.name, commitment: name } }]
      })
  })
