import { useTranslation } from 'react-i18next'
import type { Finding } from '#engine'

/** A finding in the reader's language, else in the engine's own sentence. */
export function useFindingSentence(): (finding: Finding) => string {
  const { t, i18n } = useTranslation()
  return ({ rule, values, message }) => (i18n.exists(`findings.${rule}`) ? t(`findings.${rule}`, values) : message)
}
