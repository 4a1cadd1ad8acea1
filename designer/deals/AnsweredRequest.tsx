import { useTranslation } from 'react-i18next'
import type { SupportRequest } from '#engine/deal'
import { FileLinks } from '../files/FileLinks.tsx'
import { VerdictMark } from '../queue/VerdictMark.tsx'
import { Ago } from '../ui/Ago.tsx'
import { Linked } from '../ui/Linked.tsx'
import { AskAgain } from './AskAgain.tsx'
import { CalledBy } from './CalledBy.tsx'
import { useDealView } from './deal-view.ts'
import { RequestDetails } from './RequestDetails.tsx'

/** What a department answered. Where the answer does not serve, it can be asked again, saying what has changed. */
export function AnsweredRequest({ id, request }: { id: string; request: SupportRequest }) {
  const { t } = useTranslation()
  const { page, departmentName, nameOf, mayChange } = useDealView()
  const isNo = request.verdict === 'refused' || request.verdict === 'declined'
  return (
    <li className={request.askedAgain ? 'overtaken' : ''}>
      <div className="card-line">
        <strong>{request.name}</strong>
        {request.verdict && <VerdictMark verdict={request.verdict} />}
      </div>
      <p className="card-meta">
        <span>{departmentName(request.department)}</span>
        {request.answeredBy && <span>{nameOf(request.answeredBy)}</span>}
        <CalledBy request={request} />
        {request.answeredAt && <Ago at={request.answeredAt} />}
        {request.hours !== undefined && <span>{t('support.hours.of', { count: request.hours })}</span>}
      </p>
      <RequestDetails request={request} />
      {request.note && (
        <blockquote>
          <Linked text={request.note} />
        </blockquote>
      )}
      <FileLinks deal={page.deal.id} files={request.files} />
      {request.askedAgain && <small>{t('deals.support.askedAgain', { reason: request.askedAgain })}</small>}
      {request.refusedByModel && <small>{t('routing.refusedByModel')}</small>}
      {mayChange && isNo && !request.askedAgain && !request.refusedByModel && <AskAgain request={id} />}
    </li>
  )
}
