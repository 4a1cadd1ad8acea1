import { unreachable } from '../unreachable.ts'
import type { Change } from './change.ts'

/** The change that takes a change back. What is a part of something that was added since has to be taken back before it. */
export function inverseOf(change: Change): Change {
  switch (change.kind) {
    case 'added':
      return { kind: 'removed', place: change.place, from: change.to, before: change.after }
    case 'removed':
      return { kind: 'added', place: change.place, to: change.from, after: change.before }
    case 'moved':
      return { ...change, from: change.to, to: change.from }
    case 'changed':
    case 'laid-out':
    case 'reordered':
      return swapped(change)
    default:
      return unreachable(change)
  }
}

function swapped<Swapped extends { before?: unknown; after?: unknown }>({
  before,
  after,
  ...change
}: Swapped): Swapped {
  return {
    ...change,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  } as Swapped
}
