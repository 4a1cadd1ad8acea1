import type { Check } from '../finding.ts'
import { misfitsIn } from '../test-fault.ts'

/** A choice is compared with what is not among its options. */
export const conditionOptionUnknown: Check<'condition-option-unknown'> = (model) =>
  misfitsIn(model, 'option').map(({ at, fact, value }) => {
    const options = fact.value.kind === 'choice' ? fact.value.options.join(', ') : ''
    return { place: at.place, values: { place: at.name, fact: fact.label, value, options } }
  })
