import { durationMs } from '../../model/duration.ts'
import type { Check } from '../finding.ts'

/** An action for a specialist department's commitment that is due before that department usually gets through. */
export const actionDueBeforeSignOff: Check<'action-due-before-sign-off'> = (model) =>
  model.stages.flatMap(({ id: stage, actions, commitments }) =>
    actions.flatMap(({ id, name, due, brings }) => {
      if (!due) return []
      const roles = commitments.flatMap((commitment) => (brings.includes(commitment.id) ? (commitment.role ?? []) : []))
      const seats = model.chain.roles.filter((role) => roles.includes(role.id)).map(({ specialist }) => specialist)
      const slow = model.chain.specialists.find(
        ({ id: specialist, usually }) => seats.includes(specialist) && usually && durationMs(usually) > durationMs(due),
      )
      if (!slow) return []
      const place = { kind: 'action' as const, id, stage }
      return [{ place, values: { action: name, specialist: slow.name } }]
    }),
  )
