import { expect, it } from 'vitest'
import { placeOf, places, sectionsOf } from './places.ts'

it('the leads of a segment are in the room of leads, for those who have none in that of segments, as is all else of a segment', () => {
  expect(placeOf('/segments/cafes/leads', 'manager')).toBe('/leads')
  expect(placeOf('/segments/cafes/leads', 'ops')).toBe('/segments')
  expect(placeOf('/segments/cafes/versions', 'manager')).toBe('/segments')
  expect(placeOf('/deals/d1', 'rep')).toBe('/deals')
  expect(placeOf('/sign-in', 'rep')).toBeUndefined()
})

it('the rooms of a role are listed by what is done in them, beginning with where its work begins, and none is left out', () => {
  expect(sectionsOf('manager').map(({ section }) => section)).toEqual(['work', 'oversight', 'setup'])
  expect(sectionsOf('ops').map(({ section }) => section)).toEqual(['setup', 'oversight'])
  const listed = sectionsOf('admin').flatMap(({ rooms }) => rooms.map(({ to }) => to))
  const admins = places.filter(({ roles }) => roles.includes('admin')).map(({ to }) => to)
  expect(listed.toSorted()).toEqual(admins.toSorted())
})
