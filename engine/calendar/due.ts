import { type Duration, durationMs } from '../model/duration.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { afterWorkingTime, workingTimeBetween, workingTimeIn } from './working-time.ts'

/** The working calendars of departments, by department. One that is not there works around the clock. */
export type Calendars = Readonly<Record<string, WorkingCalendar>>

/** An instant that lies `ms` after another. */
export const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString()

/** The instant at which something is due that may take so long: in working time where there is a calendar. */
export const dueAfter = (calendar: WorkingCalendar | undefined, since: string, due: Duration): string =>
  afterSpan(calendar, since, spanOf(calendar, due))

/** The instant that lies `lead` before something is due; nothing where that is before it was asked. */
export function beforeDue(
  calendar: WorkingCalendar | undefined,
  since: string,
  due: Duration,
  lead: Duration,
): string | undefined {
  const span = spanOf(calendar, due) - spanOf(calendar, lead)
  return span > 0 ? afterSpan(calendar, since, span) : undefined
}

/** Milliseconds: of working time where there is a calendar. */
const spanOf = (calendar: WorkingCalendar | undefined, duration: Duration): number =>
  calendar ? workingTimeIn(calendar, duration) : durationMs(duration)

const afterSpan = (calendar: WorkingCalendar | undefined, since: string, ms: number): string =>
  calendar ? afterWorkingTime(calendar, since, ms) : later(since, ms)

/** A due time after its clock has stood: what was left of it is left from then on. One that had passed stays where it is. */
export function dueAfterPause(
  calendar: WorkingCalendar | undefined,
  dueAt: string,
  stood: { from: string; to: string },
): string {
  if (Date.parse(dueAt) <= Date.parse(stood.from)) return dueAt
  if (!calendar) return later(dueAt, Date.parse(stood.to) - Date.parse(stood.from))
  return afterWorkingTime(calendar, stood.to, workingTimeBetween(calendar, stood.from, dueAt))
}
