import { useTranslation } from 'react-i18next'

/** What the nth week that is looked at is called: this one, or the day that it begins on. */
export function useWeekName(weeks: readonly string[]): (n: number) => string {
  const { t, i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short' })
  return (n) => (n === 0 ? t('load.thisWeek') : format.format(Date.parse(weeks[n] ?? '')))
}
