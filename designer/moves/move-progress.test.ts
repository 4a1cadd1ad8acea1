import { expect, it } from 'vitest'
import { canBeUndone, progressOf } from './move-progress.ts'

const none = { pending: 0, moved: 0, refused: 0, changed: 0, failed: 0, restored: 0, kept: 0, left: 0 }

it('a move is through once no deal waits, and its undoing once none is left where it was moved to', () => {
  expect(progressOf({ state: 'moving', counts: { ...none, pending: 3, moved: 6, changed: 1 } })).toEqual({
    done: 7,
    all: 10,
    percent: 70,
    ends: false,
  })
  expect(progressOf({ state: 'undoing', counts: { ...none, moved: 2, restored: 5, kept: 1, changed: 1 } })).toEqual({
    done: 6,
    all: 8,
    percent: 75,
    ends: false,
  })
  expect(progressOf({ state: 'undone', counts: { ...none, restored: 5 } })).toMatchObject({ percent: 100, ends: true })
})

it('a move is undone while there is time and something was moved, and only once', () => {
  const until = '2026-03-09T09:00:00.000Z'
  const move = (state: 'moved' | 'undone', moved: number) =>
    ({ state, counts: { ...none, moved }, undoUntil: until }) as Parameters<typeof canBeUndone>[0]
  const before = Date.parse(until) - 1
  expect(canBeUndone(move('moved', 3), before)).toBe(true)
  expect(canBeUndone(move('moved', 3), before + 1)).toBe(false)
  expect(canBeUndone(move('moved', 0), before)).toBe(false)
  expect(canBeUndone(move('undone', 3), before)).toBe(false)
})
