import { useTranslation } from 'react-i18next'

/** A size in bytes as people say it. */
export function useShownSize(): (bytes: number) => string {
  const { i18n } = useTranslation()
  return (bytes) => {
    const kilobytes = Math.max(1, Math.round(bytes / 1024))
    const [value, unit] = kilobytes < 1024 ? [kilobytes, 'kilobyte'] : [kilobytes / 1024, 'megabyte']
    return new Intl.NumberFormat(i18n.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
  }
}
