import { durationMs } from '../../model/duration.ts'
import type { Check } from '../finding.ts'
import { supportOf } from '../parts-of.ts'

/**
 * An action that is due before what it is to bring can be there: only a department's answer brings it, and the department
 * has longer for that than the seller. Working days of a department's calendar make it later still, never earlier.
 */
export const actionDueBeforeAnswer: Check<'action-due-before-answer'> = (model) => {
  const fromRoles = new Set(
    model.stages.flatMap(({ elements }) => elements.filter(({ from }) => from.length > 0).map(({ id }) => id)),
  )
  return model.stages.flatMap(({ id: stage, actions, support, elements }) =>
    actions.flatMap((action) => {
      const { due, brings } = action
      const only = brings.length === 1 && elements.some(({ id }) => id === brings[0]) ? brings[0] : undefined
      if (!due || !only || fromRoles.has(only)) return []
      const answers = supportOf(model).filter(({ trigger }) => trigger.brings.includes(only))
      const here = support.find(
        ({ brings: answered, due: until }) => answered.includes(only) && until && durationMs(until) > durationMs(due),
      )
      if (!here || answers.length > 1) return []
      const values = { action: action.name, support: here.name }
      return [{ place: { kind: 'action' as const, id: action.id, stage }, values }]
    }),
  )
}
