import { useTranslation } from 'react-i18next'
import type { Visit } from '../../api/visits/contract.ts'
import { Tone } from '../ui/Tone.tsx'
import { useNow } from '../ui/use-now.ts'

/** How a visit stands: whether its manager comes along, and whether it is over without a word. */
export function VisitStatus({ visit: { status, acceptedAt, asked, at } }: { visit: Visit }) {
  const { t } = useTranslation()
  const isOver = Date.parse(at) < useNow()
  if (status === 'answered') return <Tone tone="good">{t('visits.status.done')}</Tone>
  if (status !== 'open') return <Tone tone="bad">{t('visits.status.declined')}</Tone>
  if (isOver) return <Tone tone="warn">{t(acceptedAt ? 'visits.status.over' : 'visits.status.missed')}</Tone>
  if (asked) return <Tone tone="warn">{t('visits.status.waits')}</Tone>
  return acceptedAt ? (
    <Tone tone="good">{t('visits.status.accepted')}</Tone>
  ) : (
    <Tone tone="warn">{t('visits.status.asked')}</Tone>
  )
}
