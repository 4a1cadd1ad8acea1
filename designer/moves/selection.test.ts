import { expect, it } from 'vitest'
import { asMove, chosenOf, everything, harmless, isChosen, withDeal, withKind } from './selection.ts'

const totals = { cannot: 1, loses: 4, moves: 3, stays: 10 }
const preview = { version: 2, asOf: '2026-03-02T09:00:00.000Z' }

it('what loses something or cannot be moved is chosen by nobody but a person', () => {
  expect([isChosen(harmless, 'a', 'stays'), isChosen(harmless, 'a', 'moves')]).toEqual([true, true])
  expect([isChosen(harmless, 'a', 'loses'), isChosen(everything, 'a', 'cannot')]).toEqual([false, false])
  expect(asMove(harmless, preview)).toEqual({ ...preview, kinds: ['moves', 'stays'], except: [], also: [] })
})

it('a deal that is deselected stays, and one that is chosen by hand goes with the kinds', () => {
  const chosen = withDeal(withDeal(harmless, 'left', 'stays'), 'taken', 'loses')
  expect([isChosen(chosen, 'left', 'stays'), isChosen(chosen, 'taken', 'loses')]).toEqual([false, true])
  expect([chosenOf(chosen, totals, 'stays'), chosenOf(chosen, totals, 'loses')]).toEqual([9, 1])
  expect(asMove(chosen, preview)).toMatchObject({ except: ['left'], also: ['taken'] })
  expect(withDeal(withDeal(chosen, 'left', 'stays'), 'taken', 'loses')).toEqual(harmless)
})

it('choosing or leaving out a whole kind forgets what was chosen of it by hand', () => {
  const chosen = withDeal(withDeal(harmless, 'left', 'stays'), 'taken', 'loses')
  expect(chosenOf(withKind(chosen, 'loses', true), totals, 'loses')).toBe(4)
  expect(chosenOf(withKind(chosen, 'stays', false), totals, 'stays')).toBe(0)
})

it('where no kind is chosen, exactly the deals that were chosen by hand are moved', () => {
  const none = withKind(withKind(harmless, 'stays', false), 'moves', false)
  expect(asMove(withDeal(none, 'one', 'loses'), preview)).toEqual({ ...preview, deals: ['one'] })
  expect(asMove(everything, { ...preview, deal: 'mine' })).toEqual({ ...preview, deals: ['mine'] })
})
