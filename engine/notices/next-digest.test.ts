import { expect, test } from 'vitest'
import { nextDigest } from './next-digest.ts'

test.each([
  ['later the same day', [8], 'Asia/Taipei', '2026-11-29T23:59:00.000Z', '2026-11-30T00:00:00.000Z'],
  ['the next day once the hour has struck', [8], 'Asia/Taipei', '2026-11-30T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
  ['the nearest of several hours', [17, 8], 'Europe/Vienna', '2026-11-29T10:00:00.000Z', '2026-11-29T16:00:00.000Z'],
  ['where a clock leaps over it', [2], 'Europe/Vienna', '2026-03-28T20:00:00.000Z', '2026-03-29T01:00:00.000Z'],
])('a digest goes out %s', (_when, hours, timeZone, after, next) => {
  expect(nextDigest(hours, timeZone, after)).toBe(next)
})
