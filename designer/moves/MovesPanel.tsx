import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Tone } from '../ui/Tone.tsx'
import { stateTones } from './MoveStanding.tsx'
import { progressOf } from './move-progress.ts'
import './moves.css'

/** A segment's moves so far, newest first; nothing where there was none. */
export function MovesPanel({ segment }: { segment: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['moves', segment],
    queryFn: () => api.moves(segment),
    refetchInterval: 10_000,
  })
  if (error) return <Failure error={error} retry={refetch} />
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={t('moves.list')} count={data.items.length}>
      <ul className="moves-list">
        {data.items.map((move) => {
          const { done, all } = progressOf(move)
          return (
            <li key={move.id}>
              <Link
                to="/segments/$segmentId/moves/$moveId"
                params={{ segmentId: segment, moveId: move.id }}
                className="row-link"
              >
                {t('moves.moveTo', { version: move.version })}
              </Link>{' '}
              <Tone tone={stateTones[move.state]}>{t(`moves.state.${move.state}`)}</Tone>
              <small className="quiet">
                {t('moves.progress', { done, all })} · {move.movedBy.name} · <Ago at={move.createdAt} />
              </small>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
