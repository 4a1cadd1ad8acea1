import { Temporal } from 'temporal-polyfill'

/** The first instant after `after` at which it is one of the hours in a time zone. */
export function nextDigest(hours: readonly number[], timeZone: string, after: string): string {
  const now = Temporal.Instant.from(after)
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const [next] = [today, today.add({ days: 1 })]
    .flatMap((day) => hours.map((hour) => day.toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant()))
    .filter((instant) => Temporal.Instant.compare(instant, now) > 0)
    .sort(Temporal.Instant.compare)
  if (!next) throw new Error('a digest has at least one hour')
  return new Date(next.epochMilliseconds).toISOString()
}
