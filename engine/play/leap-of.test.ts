import { expect, it } from 'vitest'
import { durationSchema } from '../model/duration.ts'
import { leapOf } from './leap-of.ts'

const minute = 60_000
const day = 86_400_000

it('is told in whole days, hours or minutes where it is just that', () => {
  expect(leapOf(4 * day)).toEqual({ unit: 'days', amount: 4 })
  expect(leapOf(6 * 60 * minute)).toEqual({ unit: 'hours', amount: 6 })
  expect(leapOf(61 * minute)).toEqual({ unit: 'minutes', amount: 61 })
})

it('is never shorter than what was asked for, nor longer than a duration may be', () => {
  for (const ms of [0, 1, 59_999, 100 * day + 13 * minute + 1, 3649 * day + 1]) {
    const leap = leapOf(ms)
    expect(durationSchema.safeParse(leap).success).toBe(true)
    expect(leap.amount * { minutes: minute, hours: 60 * minute, days: day }[leap.unit]).toBeGreaterThanOrEqual(ms)
  }
})
