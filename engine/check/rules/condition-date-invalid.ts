import type { Check } from '../finding.ts'
import { misfitsIn } from '../test-fault.ts'

/** A date is compared with what is none: a name, a number, the thirtieth of February. */
export const conditionDateInvalid: Check<'condition-date-invalid'> = (model) =>
  misfitsIn(model, 'date').map(({ at, fact, value }) => ({
    place: at.place,
    values: { place: at.name, fact: fact.label, value },
  }))
