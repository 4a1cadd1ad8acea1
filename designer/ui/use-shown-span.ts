import { useTranslation } from 'react-i18next'

const units: [unit: 'day' | 'hour' | 'minute', ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** A length of time in its largest whole unit up to days, or to hours where a day is no measure, in the reader's language. Takes milliseconds. */
export function useShownSpan(largest: 'day' | 'hour' = 'day'): (ms: number) => string {
  const { i18n } = useTranslation()
  return (ms) => {
    const [unit, size] =
      (largest === 'hour' ? units.slice(1) : units).find(([, size]) => ms >= size) ?? (['minute', 60_000] as const)
    const format = new Intl.NumberFormat(i18n.language, { style: 'unit', unit, unitDisplay: 'long' })
    return format.format(Math.round(ms / size))
  }
}
