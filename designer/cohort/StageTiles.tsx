import { useTranslation } from 'react-i18next'
import type { CohortStage } from '../../api/cohorts/contract.ts'
import { useShownSpan } from '../ui/use-shown-span.ts'

type Props = {
  stages: CohortStage[]
  stage: string | undefined
  /** An empty stage shows all of them again. */
  choose: (stage: string) => void
}

/** The stages in their order: how many deals stand there, with whom, how long against those that passed, and what holds them. */
export function StageTiles({ stages, stage, choose }: Props) {
  const { t } = useTranslation()
  return (
    <ol className="stage-tiles" aria-label={t('cohort.stages')}>
      {stages.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            aria-pressed={one.id === stage}
            className={one.deals === 0 ? 'empty' : ''}
            onClick={() => choose(one.id === stage ? '' : one.id)}
          >
            <Tile stage={one} />
          </button>
        </li>
      ))}
    </ol>
  )
}

function Tile({ stage }: { stage: CohortStage }) {
  const { t } = useTranslation()
  const span = useShownSpan()
  const { name, deals, standing, usual, late, objections, requests } = stage
  return (
    <>
      <strong>{name}</strong>
      <b>{deals}</b>
      {standing !== null && <span>{t('cohort.halfStand', { time: span(standing) })}</span>}
      <span className="quiet">
        {usual ? t('cohort.halfPassed', { time: span(usual.median), most: span(usual.most) }) : t('cohort.fewPassed')}
      </span>
      <span className="stage-holds">
        {late > 0 && <span className="tone tone-warn">{t('cohort.late', { count: late })}</span>}
        {objections > 0 && <span className="tone tone-bad">{t('cohort.objections', { count: objections })}</span>}
        {requests > 0 && <span className="tone">{t('cohort.requests', { count: requests })}</span>}
      </span>
      {stage.sellers.length > 0 && <Sellers stage={stage} />}
    </>
  )
}

const namedSellers = 3

function Sellers({ stage: { sellers, sellerCount } }: { stage: CohortStage }) {
  const { t } = useTranslation()
  const others = sellerCount - Math.min(namedSellers, sellers.length)
  return (
    <span className="stage-sellers quiet">
      {sellers.slice(0, namedSellers).map(({ id, name, deals }) => (
        <span key={id}>
          {name} <span className="stage-seller-deals">{deals}</span>
        </span>
      ))}
      {others > 0 && <span>{t('cohort.otherSellers', { count: others })}</span>}
    </span>
  )
}
