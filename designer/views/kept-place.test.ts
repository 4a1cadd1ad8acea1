import { expect, it } from 'vitest'
import { isSamePlace, keptOf } from './kept-place.ts'

it('a view keeps filters and order, and neither the page nor what says nothing', () => {
  expect(keptOf({ page: 3, search: '', stage: undefined, status: 'all' })).toEqual({ status: 'all' })
})

it('two places are the same whose filters are, in whatever order they are told, and on whatever page', () => {
  expect(isSamePlace({ page: 1, status: 'all', owner: 'a' }, { owner: 'a', status: 'all', page: 2 })).toBe(true)
  expect(isSamePlace({ status: 'all' }, { status: 'open' })).toBe(false)
})
