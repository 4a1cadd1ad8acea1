import { useTranslation } from 'react-i18next'
import type { SupportRequest } from '#engine/deal'
import { FileLinks } from '../files/FileLinks.tsx'
import { Linked } from '../ui/Linked.tsx'
import { useShownInstant } from '../ui/use-shown-instant.ts'
import { useDealView } from './deal-view.ts'

/** What a person who asked from hand said and brought, and the visit that company is asked for. */
export function RequestDetails({ request: { details, enclosed, visit } }: { request: SupportRequest }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const showInstant = useShownInstant()
  return (
    <>
      {visit && (
        <p className="request-visit">{t('support.visit.is', { time: showInstant(visit.at), people: visit.meet })}</p>
      )}
      {details && (
        <p className="request-details">
          <Linked text={details} />
        </p>
      )}
      <FileLinks deal={page.deal.id} files={enclosed} />
    </>
  )
}
