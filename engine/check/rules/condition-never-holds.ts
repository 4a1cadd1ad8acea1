import { canHold } from '../can-hold.ts'
import { conditionsOf } from '../conditions-of.ts'
import type { Check } from '../finding.ts'
import { isWellTyped } from '../test-fault.ts'

/** A condition that no values of its facts meet. What compares a fact with a value of another type is complained about as that. */
export const conditionNeverHolds: Check<'condition-never-holds'> = (model) =>
  conditionsOf(model)
    .filter(({ condition }) => isWellTyped(model, condition) && !canHold(model, condition))
    .map(({ place, name }) => ({ place, values: { place: name } }))
