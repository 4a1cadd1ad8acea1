import { inForce } from '../explain/in-force.ts'
import { factName } from '../facts/fact.ts'
import { type Condition, testsIn, thresholdOf } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { valueInForce } from '../model/threshold.ts'

/**
 * A lowered condition once for each date from which one of its thresholds has another value, with the values in force from
 * then on in place of the thresholds. What compares with no threshold stays as it is.
 */
export function underEachPolicy(model: ProcessModel, lowered: Condition): Condition[] {
  const asked = new Set(testsIn(lowered).flatMap((test) => thresholdOf(test) ?? []))
  if (asked.size === 0) return [lowered]
  const thresholds = model.thresholds.filter(({ id }) => asked.has(factName.threshold(id)))
  const dates = [...new Set(thresholds.flatMap(({ values }) => values.map(({ from }) => from)))]
  return dates.map((date) => {
    const values = thresholds.flatMap(({ id, values }): [string, number][] => {
      const value = valueInForce(values, Date.parse(date))
      return value ? [[factName.threshold(id), value.amount]] : []
    })
    return inForce(lowered, Object.fromEntries(values))
  })
}
