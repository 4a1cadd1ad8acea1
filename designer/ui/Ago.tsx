import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNow } from './use-now.ts'

const day = 86_400_000

/** What distances are told in, and from which on. Days are clearer than one month or one year. */
const steps: [unit: Intl.RelativeTimeFormatUnit, ms: number, from: number][] = [
  ['year', 365.25 * day, 2 * 365.25 * day],
  ['month', 30.4375 * day, 60 * day],
  ['day', day, day],
  ['hour', 3_600_000, 3_600_000],
  ['minute', 60_000, 0],
]

/** An instant, told by its distance from now in the reader's language; the instant itself on hover. */
export function Ago({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const now = useNow()
  const distance = Date.parse(at) - now
  const [unit, ms] = steps.find(([, , from]) => Math.abs(distance) >= from) ?? ['minute', 60_000]
  const told = new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' }).format(Math.round(distance / ms), unit)
  return (
    <Tooltip
      title={new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))}
    >
      <time dateTime={at}>{told}</time>
    </Tooltip>
  )
}
