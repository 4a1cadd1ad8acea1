import { Temporal } from 'temporal-polyfill'
import { type Duration, durationMs } from '../model/duration.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A span of time on the clock of the world, in milliseconds since 1970. */
type Span = { from: number; to: number }

const minuteMs = 60_000

/** The instant at which `ms` of working time have passed since `start`; with none, the first working instant. */
export function afterWorkingTime(calendar: WorkingCalendar, start: string, ms: number): string {
  const begin = Date.parse(start)
  let left = ms
  // The day before may end at this very instant, by midnight: that is still within working hours.
  for (let date = dateAt(calendar, begin).subtract({ days: 1 }); ; date = date.add({ days: 1 }))
    for (const span of spansOn(calendar, date)) {
      if (span.to < begin) continue
      const from = Math.max(span.from, begin)
      if (left <= span.to - from) return new Date(from + left).toISOString()
      left -= span.to - from
    }
}

/** Milliseconds of working time between two instants; none where the second does not lie after the first. */
export function workingTimeBetween(calendar: WorkingCalendar, start: string, end: string): number {
  const [begin, stop] = [Date.parse(start), Date.parse(end)]
  let worked = 0
  for (let date = dateAt(calendar, begin); startOf(calendar, date) < stop; date = date.add({ days: 1 }))
    for (const span of spansOn(calendar, date))
      worked += Math.max(0, Math.min(span.to, stop) - Math.max(span.from, begin))
  return worked
}

/** Milliseconds of working time in a duration. A day is the calendar's mean working day. */
export function workingTimeIn(calendar: WorkingCalendar, duration: Duration): number {
  if (duration.unit !== 'days') return durationMs(duration)
  const minutes = [1, 2, 3, 4, 5, 6, 7].map((day) => sum(minutesOn(calendar, day).map(({ from, to }) => to - from)))
  const worked = minutes.filter((minutes) => minutes > 0)
  return (duration.amount * sum(worked) * minuteMs) / worked.length
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)

const dateAt = ({ timeZone }: WorkingCalendar, ms: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate()

const startOf = ({ timeZone }: WorkingCalendar, date: Temporal.PlainDate): number =>
  date.toZonedDateTime(timeZone).epochMilliseconds

function spansOn(calendar: WorkingCalendar, date: Temporal.PlainDate): Span[] {
  if (calendar.closedOn.includes(date.toString())) return []
  const instantOf = (minutes: number) =>
    date
      .add({ days: Math.floor(minutes / 1440) })
      .toPlainDateTime({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 })
      .toZonedDateTime(calendar.timeZone).epochMilliseconds
  return minutesOn(calendar, date.dayOfWeek).map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to) }))
}

/** The hours of a day of the week in minutes since its midnight, in order, those that touch joined into one. */
function minutesOn({ hours }: WorkingCalendar, day: number): Span[] {
  const spans = hours
    .filter(({ days }) => days.includes(day))
    .map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }))
    .sort((a, b) => a.from - b.from)
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && last.to >= span.from) last.to = Math.max(last.to, span.to)
    else joined.push(span)
  }
  return joined
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
