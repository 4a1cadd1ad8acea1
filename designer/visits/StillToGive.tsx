import { useTranslation } from 'react-i18next'
import type { CohortDeal } from '../../api/cohorts/contract.ts'
import { Mark } from '../deals/Mark.tsx'

/** What a customer still has to give where its purchase stands, and from whom. */
export function StillToGive({ standing }: { standing: CohortDeal[] }) {
  const { t } = useTranslation()
  if (standing.every(({ missing }) => missing.length === 0))
    return <p className="quiet">{t('visits.nothingMissing')}</p>
  return (
    <ul>
      {standing.flatMap(({ stage, missing }) =>
        missing.map(({ kind, id, name, from }) => (
          <li key={`${stage.id} ${kind} ${id}`}>
            <Mark kind={kind} /> {id === 'objections.open' ? t('deals.why.noObjections') : name}
            {from.length > 0 && <small className="quiet"> {t('visits.from', { people: from.join(', ') })}</small>}
          </li>
        )),
      )}
    </ul>
  )
}
