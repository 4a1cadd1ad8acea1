import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Walls, wallsOf, workedUntil } from '../../tests/support/minute-by-minute.ts'
import { type WorkingCalendar, workingCalendarSchema } from './working-calendar.ts'
import { afterWorkingTime, workingTimeBetween, workingTimeIn } from './working-time.ts'

const minuteMs = 60_000
const weekdays = [1, 2, 3, 4, 5]
const office: WorkingCalendar = {
  timeZone: 'Europe/Vienna',
  hours: [
    { days: weekdays, from: '09:00', to: '12:00' },
    { days: weekdays, from: '13:00', to: '18:00' },
  ],
  closedOn: ['2026-04-06'],
}

describe('an office in Vienna that works eight hours a day', () => {
  it.each([
    ['within a day', '2026-03-02T09:00:00.000Z', 1, '2026-03-02T10:00:00.000Z'],
    ['over the lunch break', '2026-03-02T10:00:00.000Z', 2, '2026-03-02T13:00:00.000Z'],
    ['to the very end of a day', '2026-03-02T08:00:00.000Z', 8, '2026-03-02T17:00:00.000Z'],
    ['over the weekend', '2026-03-06T16:00:00.000Z', 2, '2026-03-09T09:00:00.000Z'],
    ['over the weekend on which the clocks change', '2026-03-27T16:00:00.000Z', 2, '2026-03-30T08:00:00.000Z'],
    ['from a Sunday, which counts from Monday on', '2026-03-08T12:00:00.000Z', 1, '2026-03-09T09:00:00.000Z'],
    [
      'nothing from the end of a day, which is still within it',
      '2026-03-02T17:00:00.000Z',
      0,
      '2026-03-02T17:00:00.000Z',
    ],
    ['over Easter Monday, on which it is closed', '2026-04-03T15:00:00.000Z', 2, '2026-04-07T08:00:00.000Z'],
  ])('counts %s', (_, start, hours, due) => {
    expect(afterWorkingTime(office, start, hours * 60 * minuteMs)).toBe(due)
  })

  it('counts nothing from a day’s end at midnight as it does from any other', () => {
    const night = { ...office, hours: [{ days: [1, 5], from: '04:00', to: '24:00' }] }
    expect(afterWorkingTime(night, '2026-03-06T23:00:00.000Z', 0)).toBe('2026-03-06T23:00:00.000Z')
  })

  it('takes a day of a model for its own eight hours, and an hour for an hour', () => {
    expect(workingTimeIn(office, { unit: 'days', amount: 2 })).toBe(16 * 60 * minuteMs)
    expect(workingTimeIn(office, { unit: 'hours', amount: 2 })).toBe(2 * 60 * minuteMs)
  })
})

it.each([
  ['a time zone that is none', { timeZone: 'Europe/Atlantis' }],
  ['hours that end before they begin', { hours: [{ days: [1], from: '18:00', to: '09:00' }] }],
  ['no hours at all', { hours: [] }],
  ['an eighth day', { hours: [{ days: [8], from: '09:00', to: '18:00' }] }],
])('a calendar with %s is refused', (_, wrong) => {
  expect(workingCalendarSchema.safeParse({ ...office, ...wrong }).success).toBe(false)
})

/** Twelve days around each change of the clocks, in zones that change by an hour, by half an hour, at midnight, or never. */
const zones = ['Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Taipei']
const beginnings = ['2026-03-04', '2026-03-25', '2026-04-01', '2026-09-02', '2026-10-21', '2026-10-28']
const walls = new Map<string, Walls>()
const wallsIn = (timeZone: string, from: string): Walls => {
  const key = `${timeZone} ${from}`
  const known = walls.get(key) ?? wallsOf(timeZone, `${from}T00:00:00.000Z`, 12)
  walls.set(key, known)
  return known
}

/** Full and half hours, but none that a change of the clocks makes happen twice. */
const time = fc
  .oneof(fc.constant(0), fc.integer({ min: 8, max: 44 }), fc.constant(48))
  .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
const hours = fc
  .record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), from: time, to: time })
  .filter(({ from, to }) => from < to)
const aCase = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    beginning: fc.constantFrom(...beginnings),
    hours: fc.array(hours, { minLength: 1, maxLength: 4 }),
    closed: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
    startsAt: fc.integer({ min: 0, max: 4 * 1440 }),
    worked: fc.integer({ min: 0, max: 2000 }),
    more: fc.integer({ min: 0, max: 2000 }),
  })
  .map(({ timeZone, beginning, hours, closed, startsAt, worked, more }) => {
    const first = Date.parse(`${beginning}T00:00:00.000Z`)
    const closedOn = closed.map((day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10))
    const calendar: WorkingCalendar = { timeZone, hours, closedOn }
    return {
      calendar,
      beginning,
      start: new Date(first + startsAt * minuteMs).toISOString(),
      worked: worked * minuteMs,
      more: more * minuteMs,
    }
  })

it('working time agrees with a count of minute after minute, across every change of the clocks', () => {
  let compared = 0
  fc.assert(
    fc.property(aCase, ({ calendar, beginning, start, worked }) => {
      const due = afterWorkingTime(calendar, start, worked)
      const counted = workedUntil(wallsIn(calendar.timeZone, beginning), calendar, start, worked / minuteMs)
      // The window is twelve days; a calendar that hardly works needs longer.
      if (counted === undefined) return
      compared += 1
      expect(due).toBe(counted)
    }),
    { numRuns: 2000 },
  )
  expect(compared).toBeGreaterThan(1000)
}, 60_000)

it('working time adds up, is monotone, and ends within working hours', () => {
  fc.assert(
    fc.property(aCase, ({ calendar, start, worked, more }) => {
      const due = afterWorkingTime(calendar, start, worked)
      const longer = afterWorkingTime(calendar, start, worked + more)
      expect(afterWorkingTime(calendar, due, more)).toBe(longer)
      expect(longer >= due && due >= start).toBe(true)
      expect(afterWorkingTime(calendar, due, 0)).toBe(due)
      expect(workingTimeBetween(calendar, start, due)).toBe(worked)
      expect(workingTimeBetween(calendar, due, longer)).toBe(more)
    }),
    { numRuns: 500 },
  )
}, 60_000)
