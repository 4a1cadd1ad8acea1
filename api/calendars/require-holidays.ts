import Holidays from 'date-holidays'
import { DomainError } from '#engine/deal'

/** Refuses a country, or a state of it, whose public holidays are not known. */
export function requireHolidays(country: string, state: string | undefined): void {
  const holidays = new Holidays()
  const isKnown = country in holidays.getCountries() && (!state || state in (holidays.getStates(country) ?? {}))
  if (isKnown) return
  throw new DomainError(
    'HOLIDAYS_UNKNOWN',
    `No public holidays are known for ${[country, state].filter(Boolean).join('-')}. Leave it out and list the closed days.`,
    { country, ...(state && { state }) },
  )
}
