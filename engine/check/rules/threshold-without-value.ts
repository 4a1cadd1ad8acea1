import type { Check } from '../finding.ts'

/** A threshold that has no value at any time: what compares with it never holds. */
export const thresholdWithoutValue: Check<'threshold-without-value'> = (model) =>
  model.thresholds
    .filter(({ values }) => values.length === 0)
    .map(({ id, name }) => ({ place: { kind: 'threshold', id }, values: { threshold: name } }))
