import { useTranslation } from 'react-i18next'
import { deviationKinds, type StageDeviations } from '../../api/deviations/contract.ts'
import { Panel } from '../ui/Panel.tsx'

type Props = {
  counts: StageDeviations[]
  segment: string | undefined
  stage: string | undefined
  /** An empty stage shows all of them again. */
  choose: (chosen: { segment?: string; stage: string }) => void
}

/** The stages at which deals deviate, most first, each with a bar of what was done otherwise. */
export function StageCounts({ counts, segment, stage, choose }: Props) {
  const { t } = useTranslation()
  const most = Math.max(...counts.map(({ total }) => total))
  const kinds = deviationKinds.filter((kind) => counts.some((one) => one.kinds[kind]))
  return (
    <Panel title={t('deviations.stages')}>
      <div className="titled-body">
        <p className="deviation-legend quiet">
          <span>{t('deviations.stagesHint')}</span>
          {kinds.map((kind) => (
            <span key={kind} className={`deviation-key of-${kind}`}>
              {t(`words.deviationKind.${kind}`)}
            </span>
          ))}
        </p>
        <ul className="deviation-stages">
          {counts.map((one) => {
            const isChosen = one.stage !== null && one.stage.id === stage && one.segment.id === segment
            const name = one.stage?.name ?? t('deviations.noStage')
            return (
              <li key={`${one.segment.id} ${one.stage?.id}`}>
                <button
                  type="button"
                  aria-pressed={isChosen}
                  disabled={one.stage === null}
                  onClick={() =>
                    choose(isChosen ? { stage: '' } : { segment: one.segment.id, stage: one.stage?.id ?? '' })
                  }
                >
                  <span className="deviation-stage">
                    <strong>{name}</strong>
                    <small className="quiet">{one.segment.name}</small>
                  </span>
                  <Bar counted={one} most={most} />
                  <span className="deviation-total">{one.total}</span>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </Panel>
  )
}

function Bar({ counted, most }: { counted: StageDeviations; most: number }) {
  const { t } = useTranslation()
  return (
    <span className="deviation-bar">
      {deviationKinds.map((kind) => {
        const count = counted.kinds[kind]
        if (!count) return null
        const said = `${t(`words.deviationKind.${kind}`)}: ${count}`
        return (
          <span
            key={kind}
            className={`of-${kind}`}
            style={{ width: `${(count / most) * 100}%` }}
            title={said}
            role="img"
            aria-label={said}
          />
        )
      })}
    </span>
  )
}
