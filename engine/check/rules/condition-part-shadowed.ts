import { lowerCondition } from '../../compile/lower-condition.ts'
import type { Condition } from '../../model/condition.ts'
import type { ProcessModel } from '../../model/process-model.ts'
import { alwaysHolds, canHold, failing } from '../can-hold.ts'
import { conditionsOf } from '../conditions-of.ts'
import { factsOf } from '../facts-of.ts'
import type { Check } from '../finding.ts'
import { isWellTyped } from '../test-fault.ts'

/** A part of a condition that changes nothing: whenever it holds (or fails), another part beside it settles the matter. */
export const conditionPartShadowed: Check<'condition-part-shadowed'> = (model) =>
  conditionsOf(model).flatMap(({ place, name, condition }) => {
    if (!isWellTyped(model, condition) || !canHold(model, condition) || alwaysHolds(model, condition)) return []
    return shadowedIn(model, lowerCondition(condition)).map((fact) => ({
      place,
      values: { place: name, fact: factsOf(model).get(fact)?.label ?? fact },
    }))
  })

/** Facts of comparisons that stand in the shadow of others in their group. One of two that say the same is enough. */
function shadowedIn(model: ProcessModel, condition: Condition): string[] {
  if ('fact' in condition || 'not' in condition) return []
  const members = membersOf(condition)
  const implies = (one: Condition, other: Condition) => !canHold(model, { all: [one, failing(other)] })
  const shadows = (one: Condition, other: Condition) => ('all' in condition ? implies(other, one) : implies(one, other))
  const here = members.flatMap((member, n) =>
    'fact' in member &&
    members.some(
      (other, m) =>
        m !== n &&
        'fact' in other &&
        other.fact === member.fact &&
        shadows(member, other) &&
        (m < n || !shadows(other, member)),
    )
      ? [member.fact]
      : [],
  )
  return [...here, ...members.flatMap((member) => shadowedIn(model, member))]
}

/** The members of a group, and those of groups of its own kind within it: what is asked for together stands together. */
function membersOf(group: { all: Condition[] } | { any: Condition[] }): Condition[] {
  if ('all' in group) return group.all.flatMap((member) => ('all' in member ? membersOf(member) : [member]))
  return group.any.flatMap((member) => ('any' in member ? membersOf(member) : [member]))
}
