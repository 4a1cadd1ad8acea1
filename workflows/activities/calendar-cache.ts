import { type Calendars, departmentCalendarSchema } from '#engine'
import type { Db } from '../../prisma/client.ts'
import { withHolidays } from '../holidays/with-holidays.ts'

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
    const now = new Date()
    known = Object.fromEntries(
      kept.map(({ id, calendar }) => [id, withHolidays(departmentCalendarSchema.parse(calendar), now)]),
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
