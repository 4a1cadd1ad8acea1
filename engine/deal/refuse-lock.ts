import { DomainError } from '../domain-error.ts'
import type { DealEvent } from './deal-event.ts'
import type { DealState } from './deal-state.ts'

export type LockEvent = Extract<DealEvent, { kind: 'deal-locked' | 'deal-unlocked' }>

/** Ids of the departments that have locked a deal, the earliest first. */
export const lockedBy = ({ locks = {} }: DealState): string[] =>
  Object.keys(locks).sort((a, b) => (locks[a]?.seq ?? 0) - (locks[b]?.seq ?? 0))

/** Whether a lock or its end does not follow on how the deal stands. Who belongs to which department is judged by whoever lets the event in. */
export function refuseLock(state: DealState, { kind, department }: LockEvent): DomainError | undefined {
  const isLocked = state.locks?.[department] !== undefined
  if (kind === 'deal-locked')
    return isLocked
      ? new DomainError('DEAL_LOCKED', `The deal “${state.name}” is locked by this department already.`, { department })
      : undefined
  return isLocked
    ? undefined
    : new DomainError('DEAL_NOT_LOCKED', `This department has no lock on the deal “${state.name}”. Reload the deal.`, {
        department,
      })
}

/** While a department has locked a deal, it is not moved on by decree either: no stage is skipped, and it is not closed as won. */
export function refuseWhileLocked(state: DealState, event: DealEvent): DomainError | undefined {
  const [department] = lockedBy(state)
  if (department === undefined || !movesOn(event)) return undefined
  return new DomainError(
    'DEAL_LOCKED',
    `The deal “${state.name}” is locked: ${state.locks?.[department]?.reason}. Ask the department or a manager to unlock it.`,
    { department },
  )
}

const movesOn = (event: DealEvent): boolean =>
  (event.kind === 'closed' && event.outcome === 'won') ||
  (event.kind === 'deviated' && event.deviation.kind === 'skip-stage')
