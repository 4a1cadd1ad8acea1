import { departmentCalendarSchema, workingTimeBetween } from '#engine'
import { withHolidays } from '../../workflows/holidays/with-holidays.ts'

type Department = { id: string; calendar: unknown }

/**
 * How much working time a department has left until something is due, in milliseconds, negative once it is overdue; null
 * where nothing is due, and where the department works around the clock.
 */
export function workLeftBy(departments: readonly Department[], now: Date) {
  const calendars = new Map(
    departments.flatMap(({ id, calendar }) =>
      calendar === null ? [] : [[id, withHolidays(departmentCalendarSchema.parse(calendar), now)] as const],
    ),
  )
  return (department: string, due: Date | null): number | null => {
    const calendar = calendars.get(department)
    if (!calendar || !due) return null
    const [from, to] = [now.toISOString(), due.toISOString()]
    return due < now ? -workingTimeBetween(calendar, to, from) : workingTimeBetween(calendar, from, to)
  }
}
