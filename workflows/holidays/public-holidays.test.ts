import { expect, it } from 'vitest'
import { publicHolidays } from './public-holidays.ts'

it('a country’s public holidays are dates, those of several days each of them', () => {
  expect(publicHolidays('AT', undefined, [2026])).toContain('2026-10-26')
  expect(publicHolidays('AT', undefined, [2026, 2027])).toContain('2027-01-06')
  expect(publicHolidays('TR', undefined, [2026])).toEqual(
    expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22']),
  )
})

it('half a day off closes nobody', () => {
  expect(publicHolidays('CN', undefined, [2026])).toContain('2026-05-01')
  expect(publicHolidays('CN', undefined, [2026])).not.toContain('2026-05-04')
})

it('a part of a country has its own beside the country’s', () => {
  expect(publicHolidays('DE', 'BY', [2026])).toContain('2026-01-06')
  expect(publicHolidays('DE', undefined, [2026])).not.toContain('2026-01-06')
})
