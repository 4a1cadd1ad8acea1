import type { Check } from '../finding.ts'
import { misfitsIn } from '../test-fault.ts'

/** More or less is asked of a fact whose values have no order: a flag, a text or a choice. */
export const conditionUnordered: Check<'condition-unordered'> = (model) =>
  misfitsIn(model, 'unordered').map(({ at, fact }) => ({
    place: at.place,
    values: { place: at.name, fact: fact.label },
  }))
