import { type Duration, durationMs } from '../model/duration.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { afterWorkingTime, workingTimeBetween, workingTimeIn } from './working-time.ts'

/** The working calendars of departments, by department. One that is not there works around the clock. */
export type Calendars = Readonly<Record<string, WorkingCalendar>>

/** An instant that lies `ms` after another. */
export const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString()

/** The instant at which something is due that may take so long: in working time where there is a calendar. */
export const dueAfter = (calendar: WorkingCalendar | undefined, since: string, due: Duration): string =>
  calendar ? afterWorkingTime(calendar, since, workingTimeIn(calendar, due)) : later(since, durationMs(due))

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
