import { useTranslation } from 'react-i18next'

/** An instant as a date and a time of day, in the reader's language and zone. */
export function useShownInstant(): (at: string) => string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short' })
  return (at) => format.format(new Date(at))
}
