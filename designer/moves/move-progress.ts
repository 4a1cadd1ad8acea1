import type { Move } from '../../api/moves/contract.ts'

/** How far a move, or its undoing, has come. `percent` is of the deals that it is about. */
export type MoveProgress = { done: number; all: number; percent: number; ends: boolean }

export function progressOf({ state, counts }: Pick<Move, 'state' | 'counts'>): MoveProgress {
  const isBack = state === 'undoing' || state === 'undone'
  const sum = Object.values(counts).reduce((total, count) => total + count, 0)
  const all = isBack ? counts.moved + counts.restored + counts.kept : sum
  const done = all - (isBack ? counts.moved : counts.pending)
  return {
    done,
    all,
    percent: all === 0 ? 100 : Math.round((100 * done) / all),
    ends: state === 'moved' || state === 'undone',
  }
}

/** Whether something can be taken back: as long as there is time, and something was moved or still waits. */
export const canBeUndone = ({ state, counts, undoUntil }: Move, now: number): boolean =>
  state !== 'undoing' && state !== 'undone' && counts.moved + counts.pending > 0 && Date.parse(undoUntil) > now
