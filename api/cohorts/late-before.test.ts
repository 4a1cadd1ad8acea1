import { expect, it } from 'vitest'
import { lateBefore } from './late-before.ts'

const now = new Date('2026-03-02T09:00:00.000Z')
const usual = (most: number) => ({ median: most / 2, most, deals: 9 })
const [hour, day] = [3_600_000, 86_400_000]

it.each([
  ['longer than most took, where that is days', usual(3 * day), '2026-02-27T09:00:00.000Z'],
  ['a day, where most passed within an hour', usual(hour), '2026-03-01T09:00:00.000Z'],
])('a deal is late that has stood %s', (_, one, before) => {
  expect(lateBefore(one, now)?.toISOString()).toBe(before)
})

it('none is late where too few have passed', () => {
  expect(lateBefore(undefined, now)).toBeNull()
})
