import { useTranslation } from 'react-i18next'
import { type Scalar, unreachable, type ValueType } from '#engine'

/** How a value reads in the reader's language: money in its currency, a day as a day, yes and no as words. */
export function useShownValue(): (type: ValueType, value: Scalar, currency: string) => string {
  const { t, i18n } = useTranslation()
  return (type, value, currency) => {
    switch (type.kind) {
      case 'flag':
        return value === true ? t('words.yes') : t('words.no')
      case 'money':
        return typeof value === 'number' ? money(i18n.language, value, currency) : String(value)
      case 'number':
        return typeof value === 'number' ? withUnit(value.toLocaleString(i18n.language), type.unit) : String(value)
      case 'date':
        return typeof value === 'string' ? day(i18n.language, value) : String(value)
      case 'text':
      case 'choice':
        return String(value)
      default:
        return unreachable(type)
    }
  }
}

const withUnit = (number: string, unit: string | undefined) => (unit ? `${number} ${unit}` : number)

/** A currency that is not three letters is no currency to the browser, but may stand in a model. */
function money(language: string, value: number, currency: string): string {
  if (!/^[a-z]{3}$/i.test(currency)) return `${value.toLocaleString(language)} ${currency}`
  const maximumFractionDigits = Number.isInteger(value) ? 0 : 2
  return value.toLocaleString(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: maximumFractionDigits,
    maximumFractionDigits,
  })
}

/** A day has no time zone; an instant is shown in the reader's. */
function day(language: string, value: string): string {
  const at = new Date(value)
  if (Number.isNaN(at.getTime())) return value
  return value.length <= 10
    ? at.toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' })
    : at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
}
