import { useTranslation } from 'react-i18next'
import type { SupportRequest } from '#engine/deal'
import { useDealView } from './deal-view.ts'

/** The stage or the objection that a request was made for. */
export function CalledBy({ request: { stage, objection } }: { request: SupportRequest }) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  if (stage) return <span>{names.stage(stage)}</span>
  const statement = objection && page.state.objections[objection]?.statement
  return statement ? <span>{t('deals.support.onObjection', { statement })}</span> : null
}
