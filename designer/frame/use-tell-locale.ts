import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { localeSchema } from '../../api/notifications/contract.ts'
import { api } from '../resources/resources.ts'

/** Tells the server in which language and time zone I read, at each start and change: mails follow. */
export function useTellLocale(me: string | undefined): void {
  const { language } = useTranslation().i18n
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const locale = localeSchema.safeParse({ language, timeZone })
    // What is not told now is told at the next start.
    if (me !== undefined && locale.success) void api.rememberLocale(locale.data).catch(() => undefined)
  }, [me, language])
}
