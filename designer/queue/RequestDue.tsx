import { useTranslation } from 'react-i18next'
import { DueTime } from '../ui/DueTime.tsx'
import { Tone } from '../ui/Tone.tsx'

/** By when an open request is due; or that its clock stands, since the seller has a question to answer. */
export function RequestDue({ request }: { request: { dueAt?: string | null; askedBackAt: string | null } }) {
  const { t } = useTranslation()
  return request.askedBackAt ? <Tone tone="warn">{t('queue.stands')}</Tone> : <DueTime at={request.dueAt} />
}
