import { type Calendars, type DepartmentCalendar, departmentCalendarSchema, type WorkingCalendar } from '#engine'
import type { Db } from '../../prisma/client.ts'
import { publicHolidays } from './public-holidays.ts'

export type CalendarCache = { current(): Promise<Calendars> }

const usualAgeMs = 30_000

/** The working calendars of departments, as they were at most `ageMs` ago. Steps that come while they are read wait for one reading. */
export function createCalendarCache(db: Db, ageMs = usualAgeMs): CalendarCache {
  let known: Calendars = {}
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<Calendars> | undefined
  async function read(): Promise<Calendars> {
    const departments = await db.department.findMany({ select: { id: true, calendar: true } })
    const kept = departments.filter(({ calendar }) => calendar !== null)
    const year = new Date().getUTCFullYear()
    known = Object.fromEntries(
      kept.map(({ id, calendar }) => [id, withHolidays(departmentCalendarSchema.parse(calendar), year)]),
    )
    readAt = performance.now()
    return known
  }
  return {
    async current() {
      if (performance.now() - readAt < ageMs) return known
      reading ??= read().finally(() => {
        reading = undefined
      })
      return reading
    },
  }
}

function withHolidays({ country, state, ...calendar }: DepartmentCalendar, year: number): WorkingCalendar {
  if (!country) return calendar
  const years = [year - 1, year, year + 1, year + 2]
  return { ...calendar, closedOn: [...calendar.closedOn, ...publicHolidays(country, state, years)] }
}
