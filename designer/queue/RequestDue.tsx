import { useTranslation } from 'react-i18next'
import { DueTime } from '../ui/DueTime.tsx'
import { Tone } from '../ui/Tone.tsx'
import { useShownSpan } from '../ui/use-shown-span.ts'

type Props = {
  request: {
    dueAt?: string | null
    askedBackAt: string | null
    /** The department’s working time until then, in milliseconds. */
    workLeft?: number | null
  }
}

/** By when an open request is due, also in its department’s working time; or that its clock stands, since the seller has a question to answer. */
export function RequestDue({ request: { dueAt, askedBackAt, workLeft } }: Props) {
  const { t } = useTranslation()
  const showSpan = useShownSpan('hour')
  if (askedBackAt) return <Tone tone="warn">{t('queue.stands')}</Tone>
  return (
    <>
      <DueTime at={dueAt} />{' '}
      {typeof workLeft === 'number' && (
        <small className="quiet">
          {t(workLeft < 0 ? 'queue.workOver' : 'queue.workLeft', { time: showSpan(Math.abs(workLeft)) })}
        </small>
      )}
    </>
  )
}
