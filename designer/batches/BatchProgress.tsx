import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { Tone } from '../ui/Tone.tsx'
import './batches.css'

type Counts = Record<'pending' | 'done' | 'refused' | 'failed', number>
type Props = {
  counts: Counts
  /** In words: how many are done, how many were not, and that it still goes on. */
  told: { done: string; notDone: string; working: string }
}

/** How far a change of many is, and once it is through, what came of it. */
export function BatchProgress({ counts: { pending, done, refused, failed }, told }: Props) {
  const { t } = useTranslation()
  const all = pending + done + refused + failed
  return (
    <>
      <Progress percent={Math.round(((all - pending) / all) * 100)} showInfo={false} aria-label={t('words.progress')} />
      {pending === 0 ? (
        <p>
          <Tone tone="good">{told.done}</Tone>
          {refused + failed > 0 && <Tone tone="bad">{told.notDone}</Tone>}
        </p>
      ) : (
        <p className="quiet">{told.working}</p>
      )}
    </>
  )
}
