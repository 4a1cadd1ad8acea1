import type { DealState } from '../deal/deal-state.ts'
import type { LockEvent } from '../deal/refuse-lock.ts'
import type { Applied } from './applied.ts'

/** Writes a department's lock, or its end, into a state whose `seq` is the step's already. */
export function applyLock(state: DealState, event: LockEvent, now: string): Applied {
  const { [event.department]: _, ...others } = state.locks ?? {}
  const { locks: __, ...unlocked } = state
  if (event.kind === 'deal-locked') {
    const lock = { by: event.by, at: now, reason: event.reason, seq: state.seq }
    return {
      state: { ...state, locks: { ...others, [event.department]: lock } },
      effects: [{ kind: 'notify', about: 'deal-locked', id: event.department }],
    }
  }
  return {
    state: Object.keys(others).length > 0 ? { ...state, locks: others } : unlocked,
    effects: [{ kind: 'notify', about: 'deal-unlocked', id: event.department }],
  }
}
