import { expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const names = ['Press S', 'Press XL', 'Harbour Mills']

it.each([
  ['PressXL', 'Press XL'],
  ['press-xl', 'Press XL'],
  ['Harbor Mills', 'Harbour Mills'],
  ['Harbour Mill', 'Harbour Mills'],
])('%s most likely means %s', (spelling, meant) => {
  expect(nearest(spelling, names)).toBe(meant)
})

it.each(['Lathe', 'XL', '', '—'])('“%s” is near to none of them', (spelling) => {
  expect(nearest(spelling, names)).toBeUndefined()
})
