import { useTranslation } from 'react-i18next'
import type { TypeCount } from '../../api/objections/contract.ts'
import { useObjectionType } from '../deals/use-objection-type.ts'
import { Panel } from '../ui/Panel.tsx'

type Props = {
  counts: TypeCount[]
  segment: string | undefined
  type: string | undefined
  /** An empty type shows all of them again. */
  choose: (chosen: { segment?: string; type: string }) => void
}

/** What holds customers back, by type: how many stand, how many too long, and how many were only passed over. */
export function TypeCounts({ counts, segment, type, choose }: Props) {
  const { t } = useTranslation()
  const nameOfType = useObjectionType()
  return (
    <Panel title={t('objections.types')}>
      <ul className="type-counts">
        {counts.map((one) => {
          const isChosen = one.type.id === type && one.segment.id === segment
          return (
            <li key={`${one.segment.id} ${one.type.id}`}>
              <button
                type="button"
                aria-pressed={isChosen}
                onClick={() => choose(isChosen ? { type: '' } : { segment: one.segment.id, type: one.type.id })}
              >
                <strong>{nameOfType(one.type)}</strong>
                <small className="quiet">{one.segment.name}</small>
                <span>
                  <b>{one.open}</b> {t('objections.open')}
                </span>
                {one.overdue > 0 && (
                  <span className="too-long">
                    <b>{one.overdue}</b> {t('objections.overdue')}
                  </span>
                )}
                {one.crossed > 0 && (
                  <span className="quiet">
                    <b>{one.crossed}</b> {t('objections.crossed')}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
