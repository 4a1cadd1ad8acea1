import { expect, it } from 'vitest'
import { placeOf } from './places.ts'

it('the leads of a segment are in the room of leads, for those who have none in that of segments, as is all else of a segment', () => {
  expect(placeOf('/segments/cafes/leads', 'manager')).toBe('/leads')
  expect(placeOf('/segments/cafes/leads', 'ops')).toBe('/segments')
  expect(placeOf('/segments/cafes/versions', 'manager')).toBe('/segments')
  expect(placeOf('/deals/d1', 'rep')).toBe('/deals')
  expect(placeOf('/sign-in', 'rep')).toBeUndefined()
})
