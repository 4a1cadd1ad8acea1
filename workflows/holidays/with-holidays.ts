import type { DepartmentCalendar, WorkingCalendar } from '#engine'
import { publicHolidays } from './public-holidays.ts'

/** A department's calendar, closed on the public holidays of its country too, from the year before `now` to the one after next. */
export function withHolidays({ country, state, ...calendar }: DepartmentCalendar, now: Date): WorkingCalendar {
  if (!country) return calendar
  const year = now.getUTCFullYear()
  const years = [year - 1, year, year + 1, year + 2]
  return { ...calendar, closedOn: [...calendar.closedOn, ...publicHolidays(country, state, years)] }
}
