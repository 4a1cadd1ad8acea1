import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Move } from '../../api/moves/contract.ts'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { useSentence } from '../ui/Failure.tsx'
import { Tone } from '../ui/Tone.tsx'
import { useNow } from '../ui/use-now.ts'
import { canBeUndone, progressOf } from './move-progress.ts'

export const stateTones = {
  moving: 'plain',
  paused: 'warn',
  moved: 'good',
  undoing: 'plain',
  undone: 'plain',
  stopped: 'bad',
} as const satisfies Record<Move['state'], string>

/** How far a move has come, and what can be done about it: pause, go on, take it back. */
export function MoveStanding({ segment, move }: { segment: string; move: Move }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const { modal } = App.useApp()
  const now = useNow()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (step: 'pause' | 'resume' | 'undo') => api.changeMove(segment, move.id, step),
    onSuccess: (next) => queries.setQueryData(['moves', segment, move.id], next),
    onError: () => queries.invalidateQueries({ queryKey: ['moves', segment, move.id] }),
  })
  const { state, counts } = move
  const { done, all, percent, ends } = progressOf(move)
  const isOn = state === 'moving' || state === 'undoing'
  const back = state === 'undoing' || state === 'undone'
  const undo = () =>
    modal.confirm({
      title: t('moves.undoTitle', { count: counts.moved }),
      content: t('moves.undoHint'),
      okText: t('moves.undo'),
      onOk: () => change.mutate('undo'),
    })
  return (
    <section className="panel move-standing" aria-label={t('moves.standing')}>
      <div role="status">
        <Tone tone={stateTones[state]}>{t(`moves.state.${state}`)}</Tone>{' '}
        {t(back ? 'moves.doneBack' : 'moves.done', { done, all })}
      </div>
      <Progress
        percent={percent}
        status={isOn ? 'active' : ends ? 'success' : 'normal'}
        aria-label={t('moves.standing')}
      />
      {state === 'stopped' && <p>{t('moves.stoppedHint')}</p>}
      {change.error && <Alert type="error" showIcon title={sentence(change.error)} />}
      <div className="move-actions">
        {isOn && (
          <Button loading={change.isPending} onClick={() => change.mutate('pause')}>
            {t('moves.pause')}
          </Button>
        )}
        {(state === 'paused' || state === 'stopped') && (
          <Button type="primary" loading={change.isPending} onClick={() => change.mutate('resume')}>
            {t('moves.resume')}
          </Button>
        )}
        {canBeUndone(move, now) && (
          <>
            <Button danger loading={change.isPending} onClick={undo}>
              {t('moves.undo')}
            </Button>
            <small className="quiet">
              {t('moves.undoUntil')} <Ago at={move.undoUntil} />
            </small>
          </>
        )}
      </div>
    </section>
  )
}
