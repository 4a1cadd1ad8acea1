import { useTranslation } from 'react-i18next'
import type { Supposed } from '#engine'

/** What is supposed, as a sentence. */
export function useTellSupposed(names: Record<string, string>): (supposed: Supposed) => string {
  const { t, i18n } = useTranslation()
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const nameOf = (id: string | null) => (id === null ? t('load.fromNobody') : (names[id] ?? id))
  return (one) => {
    switch (one.kind) {
      case 'shift':
        return t('load.tell.shift', { count: one.requests, from: nameOf(one.from), to: nameOf(one.to) })
      case 'capacity':
        return one.capacity === null
          ? t('load.tell.anyCapacity', { name: nameOf(one.person) })
          : t('load.tell.capacity', { name: nameOf(one.person), count: one.capacity })
      case 'absence':
        return t('load.tell.absence', {
          name: nameOf(one.person),
          // It ends before `until`: its last day is the day before.
          days: day.formatRange(Date.parse(one.from), Date.parse(one.until) - 1),
        })
      case 'closed':
        return t('load.tell.closed', { days: new Intl.ListFormat(i18n.language).format(one.dates) })
    }
  }
}
