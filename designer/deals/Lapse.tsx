import { useTranslation } from 'react-i18next'
import { durationMs, factName } from '#engine'
import type { Observation } from '#engine/deal'
import { Ago } from '../ui/Ago.tsx'
import { useNow } from '../ui/use-now.ts'
import { useDealView } from './deal-view.ts'

/** Until when a promise holds, where the model lets it hold for a time only. */
export function Lapse({ observation: { fact, value, at, withdrawnAt } }: { observation: Observation }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const now = useNow()
  const commitments = page.model.stages.flatMap((stage) => stage.commitments)
  const validity = commitments.find(({ id }) => factName.commitment(id) === fact)?.validity
  if (!validity || value !== true || withdrawnAt) return null
  const until = Date.parse(at) + durationMs(validity)
  if (until <= now) return <small className="withdrawal">{t('deals.known.lapsed')}</small>
  return (
    <small className="quiet">
      {t('deals.known.holds')} <Ago at={new Date(until).toISOString()} />
    </small>
  )
}
