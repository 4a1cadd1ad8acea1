import { factName } from '../../facts/fact.ts'
import { testsIn, thresholdOf } from '../../model/condition.ts'
import { conditionsOf } from '../conditions-of.ts'
import type { Check } from '../finding.ts'

/** A threshold that no condition compares with. */
export const thresholdUnused: Check<'threshold-unused'> = (model) => {
  const asked = new Set(conditionsOf(model).flatMap(({ condition }) => testsIn(condition).map(thresholdOf)))
  return model.thresholds
    .filter(({ id }) => !asked.has(factName.threshold(id)))
    .map(({ id, name }) => ({ place: { kind: 'threshold', id }, values: { threshold: name } }))
}
