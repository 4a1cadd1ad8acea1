import { expect, it } from 'vitest'
import { cohortPlace, filterOf } from './cohort-place.ts'

it('how long deals have stood is counted from the day, so that one day’s lists and changes mean the same deals', () => {
  const place = cohortPlace.parse({ segment: 's', stuck: 'late', days: '7', seller: 'rosa', page: 'x' })
  expect(filterOf(place, Date.UTC(2026, 2, 9, 15))).toEqual({
    seller: 'rosa',
    stuck: 'late',
    since: '2026-03-02T00:00:00.000Z',
  })
})
