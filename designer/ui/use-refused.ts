import { useTranslation } from 'react-i18next'

/** A refusal, as the API tells of it: its code, what it names, and its sentence in English. */
export type Refused = { code: string | null; details: Record<string, unknown>; reason: string }

/** Refusals in the reader's language where they are known in it, else in the engine's own sentence. */
export function useRefused(): (refused: Refused) => string {
  const { t, i18n } = useTranslation()
  return ({ code, details, reason }) => {
    const key = `problems.${code}`
    if (i18n.language === 'en' || !i18n.exists(key)) return reason
    return t(key, listed(details, new Intl.ListFormat(i18n.language)))
  }
}

/** What a refusal names, several things of one kind as the language lists them. */
const listed = (details: Refused['details'], list: Intl.ListFormat): Refused['details'] =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, Array.isArray(value) ? list.format(value) : value]),
  )
