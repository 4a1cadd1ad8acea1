import type { Check } from '../finding.ts'
import { misfitsIn } from '../test-fault.ts'

/** A fact is compared with a value of another kind: an amount with a word, a flag with a number. */
export const conditionValueMismatch: Check<'condition-value-mismatch'> = (model) =>
  misfitsIn(model, 'value').map(({ at, fact, value }) => ({
    place: at.place,
    values: { place: at.name, fact: fact.label, value },
  }))
