import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Ago } from './Ago.tsx'
import { useNow } from './use-now.ts'

/** A due time: plain while it is far off, marked within a day, red once it has passed. */
export function DueTime({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation()
  const now = useNow()
  if (!at) return <span className="quiet">—</span>
  const left = Date.parse(at) - now
  if (left < 0)
    return (
      <Tag color="error">
        {t('words.overdue')} · <Ago at={at} />
      </Tag>
    )
  return left < 86_400_000 ? (
    <Tag color="warning">
      <Ago at={at} />
    </Tag>
  ) : (
    <Ago at={at} />
  )
}
