import type { TFunction } from 'i18next'
import type { Duration, Scalar, ValueType } from '#engine'

/** An amount in a currency; a code that the browser does not know stands before the number. */
export function tellMoney(amount: number, currency: string, language: string): string {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount)
  } catch {
    return `${currency} ${new Intl.NumberFormat(language).format(amount)}`
  }
}

/** What is known of an element, short enough for a chip. A flag needs no value: its chip is filled. */
export function tellValue(value: Scalar, type: ValueType, currency: string, language: string): string {
  if (typeof value === 'boolean') return ''
  if (typeof value === 'string') return type.kind === 'date' ? tellDay(value, language) : value
  if (type.kind === 'money') return tellMoney(value, currency, language)
  const number = new Intl.NumberFormat(language).format(value)
  return type.kind === 'number' && type.unit ? `${number} ${type.unit}` : number
}

/** A day is the same day everywhere; an instant is told in the reader's time zone. */
function tellDay(value: string, language: string): string {
  const at = Date.parse(value)
  if (Number.isNaN(at)) return value
  const isDay = value.length === 10
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...(isDay && { timeZone: 'UTC' }) }).format(at)
}

export const shortTime = ({ unit, amount }: Duration, t: TFunction): string => t(`map.short.${unit}`, { amount })
export const longTime = ({ unit, amount }: Duration, t: TFunction): string => t(`map.long.${unit}`, { count: amount })
