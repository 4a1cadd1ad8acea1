import type { Check } from '../finding.ts'
import { misfitsIn } from '../test-fault.ts'

/** `in` and `notIn` without a list, or another operator with one. json-rules-engine finds that neither ever holds. */
export const conditionListMismatch: Check<'condition-list-mismatch'> = (model) =>
  misfitsIn(model, 'list').map(({ at, fact }) => ({ place: at.place, values: { place: at.name, fact: fact.label } }))
