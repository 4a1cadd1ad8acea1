import { useTranslation } from 'react-i18next'

/** The days of an absence in the reader's language. It ends before its `until`: its last day is the day before. */
export function useShownDays(): (from: string, until: string) => string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (from, until) => format.formatRange(Date.parse(from), Date.parse(until) - 1)
}
