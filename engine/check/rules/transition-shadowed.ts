import { canHold, failing } from '../can-hold.ts'
import { transitionName } from '../conditions-of.ts'
import type { Check } from '../finding.ts'
import { isWellTyped } from '../test-fault.ts'

/** A transition with a condition beside another between the same stages that is taken whenever this one would be. */
export const transitionShadowed: Check<'transition-shadowed'> = (model) =>
  model.transitions.flatMap((way, n) => {
    const { condition } = way
    if (!condition || !isWellTyped(model, condition) || !canHold(model, condition)) return []
    const wider = model.transitions.find((other, m) => {
      if (m === n || other.from !== way.from || other.to !== way.to || !other.condition) return false
      if (!isWellTyped(model, other.condition)) return false
      const implied = !canHold(model, { all: [condition, failing(other.condition)] })
      const mutual = implied && !canHold(model, { all: [other.condition, failing(condition)] })
      return implied && (!mutual || m < n)
    })
    return wider ? [{ place: { kind: 'transition', id: way.id }, values: { place: transitionName(model, way) } }] : []
  })
