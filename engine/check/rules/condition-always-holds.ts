import { alwaysHolds } from '../can-hold.ts'
import { conditionsOf } from '../conditions-of.ts'
import type { Check } from '../finding.ts'
import { isWellTyped } from '../test-fault.ts'

/** A condition that holds whatever is known, so that it asks for nothing. */
export const conditionAlwaysHolds: Check<'condition-always-holds'> = (model) =>
  conditionsOf(model)
    .filter(({ condition }) => isWellTyped(model, condition) && alwaysHolds(model, condition))
    .map(({ place, name }) => ({ place, values: { place: name } }))
