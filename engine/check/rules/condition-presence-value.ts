import type { Check } from '../finding.ts'
import { misfitsIn } from '../test-fault.ts'

/** Whether a fact is known is asked with a value other than true. The value is not looked at, so false says the opposite of what is meant. */
export const conditionPresenceValue: Check<'condition-presence-value'> = (model) =>
  misfitsIn(model, 'presence').map(({ at, fact, value }) => ({
    place: at.place,
    values: { place: at.name, fact: fact.label, value },
  }))
