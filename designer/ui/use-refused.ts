import { useTranslation } from 'react-i18next'

/** A refusal, as the API tells of it: its code, what it names, and its sentence in English. */
export type Refused = { code: string | null; details: Record<string, unknown>; reason: string }

/** Refusals in the reader's language where they are known in it, else in the engine's own sentence. */
export function useRefused(): (refused: Refused) => string {
  const { t, i18n } = useTranslation()
  return ({ code, details, reason }) => {
    const key = `problems.${code}`
    return i18n.language !== 'en' && i18n.exists(key) ? t(key, details) : reason
  }
}
