import { useTranslation } from 'react-i18next'
import { Ago } from './Ago.tsx'
import { Tone } from './Tone.tsx'
import { useNow } from './use-now.ts'

/** A due time: plain while it is far off, marked within a day, red once it has passed. */
export function DueTime({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation()
  const now = useNow()
  if (!at) return <span className="quiet">—</span>
  const left = Date.parse(at) - now
  if (left < 0)
    return (
      <Tone tone="bad">
        {t('words.overdue')} · <Ago at={at} />
      </Tone>
    )
  return left < 86_400_000 ? (
    <Tone tone="warn">
      <Ago at={at} />
    </Tone>
  ) : (
    <Ago at={at} />
  )
}
