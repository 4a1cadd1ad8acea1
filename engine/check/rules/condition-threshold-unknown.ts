import { factName, idOfThreshold } from '../../facts/fact.ts'
import { testsIn, thresholdOf } from '../../model/condition.ts'
import { conditionsOf } from '../conditions-of.ts'
import type { Check } from '../finding.ts'

/** A condition compares with a threshold that the drawing does not have. */
export const conditionThresholdUnknown: Check<'condition-threshold-unknown'> = (model) => {
  const known = new Set(model.thresholds.map(({ id }) => factName.threshold(id)))
  return conditionsOf(model).flatMap(({ place, name, condition }) =>
    testsIn(condition)
      .flatMap((test) => thresholdOf(test) ?? [])
      .filter((threshold) => !known.has(threshold))
      .map((threshold) => ({ place, values: { place: name, threshold: idOfThreshold(threshold) } })),
  )
}
