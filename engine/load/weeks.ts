import { Temporal } from 'temporal-polyfill'

/**
 * The instants at which weeks begin in a time zone: `now`, then `count` Mondays after it. Between two neighbours lies what
 * is left of this week, then a week each.
 */
export function weeksFrom(now: string, timeZone: string, count: number): string[] {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const mondays = Array.from({ length: count }, (_, n) =>
    new Date(monday.add({ weeks: n + 1 }).toZonedDateTime(timeZone).epochMilliseconds).toISOString(),
  )
  return [now, ...mondays]
}
