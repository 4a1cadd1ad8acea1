import Holidays from 'date-holidays'

const [hourMs, dayMs] = [3_600_000, 86_400_000]
const known = new Map<string, string[]>()

/** The dates of a country's public holidays in some years, or of a part of it: an ISO 3166 code, and that of a state. */
export function publicHolidays(country: string, state: string | undefined, years: number[]): string[] {
  return years.flatMap((year) => {
    const key = `${country} ${state ?? ''} ${year}`
    const dates = known.get(key) ?? datesOf(country, state, year)
    known.set(key, dates)
    return dates
  })
}

function datesOf(country: string, state: string | undefined, year: number): string[] {
  const holidays = state ? new Holidays(country, state) : new Holidays(country)
  return holidays
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end }) => {
      // A day on which the clocks change is an hour longer or shorter; half a day off closes nobody.
      const days = Math.floor((end.getTime() - start.getTime() + hourMs) / dayMs)
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00.000Z`)
      return Array.from({ length: days }, (_, n) => new Date(first + n * dayMs).toISOString().slice(0, 10))
    })
}
