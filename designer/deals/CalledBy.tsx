import { useTranslation } from 'react-i18next'
import type { SupportRequest } from '#engine/deal'
import { useDealView } from './deal-view.ts'

/** The stage or the objection that a request was made for, or the person who made it. */
export function CalledBy({ request: { stage, objection, requestedBy } }: { request: SupportRequest }) {
  const { t } = useTranslation()
  const { page, names, nameOf } = useDealView()
  if (stage) return <span>{names.stage(stage)}</span>
  const statement = objection && page.state.objections[objection]?.statement
  if (statement) return <span>{t('deals.support.onObjection', { statement })}</span>
  return requestedBy ? <span>{t('support.ask.askedBy', { name: nameOf(requestedBy) })}</span> : null
}
