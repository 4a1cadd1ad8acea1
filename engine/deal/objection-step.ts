import type { DealState, Objection, ObjectionStatus } from './deal-state.ts'

/** The steps that take an objection from raised to closed, in order. */
export const objectionSteps = ['plan', 'implement', 'feed-back', 'supervise', 'close'] as const
export type ObjectionStepName = (typeof objectionSteps)[number]

/** The step that follows on each status. */
export const nextObjectionStep: Record<ObjectionStatus, ObjectionStepName | undefined> = {
  raised: 'plan',
  planned: 'implement',
  implemented: 'feed-back',
  'fed-back': 'supervise',
  supervised: 'close',
  closed: undefined,
}

/**
 * Whether somebody owes the next step of an objection: who answers for its plan does. Its supervision is owed by them and by
 * the deal's owner, by whoever of the two has not implemented it.
 */
export function owesStep({ owner }: Pick<DealState, 'owner'>, objection: Objection, person: string): boolean {
  const step = nextObjectionStep[objection.status]
  if (!step) return false
  if (step !== 'supervise') return (objection.owner ?? owner) === person
  return (objection.owner === person || owner === person) && objection.implementedBy !== person
}
