import type { Check } from '../finding.ts'

/** Values of a threshold that do not stand in the order of their dates, or two of them from the same day. */
export const thresholdDatesUnordered: Check<'threshold-dates-unordered'> = (model) =>
  model.thresholds.flatMap(({ id, name, values }) => {
    const late = values.find(({ from }, n) => n > 0 && from <= (values[n - 1]?.from ?? ''))
    return late ? [{ place: { kind: 'threshold' as const, id }, values: { threshold: name, date: late.from } }] : []
  })
