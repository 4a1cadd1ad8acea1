import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SupportRequest, standingQuestion } from '#engine/deal'
import { RequestDue } from '../queue/RequestDue.tsx'
import { Panel } from '../ui/Panel.tsx'
import { AnsweredRequest } from './AnsweredRequest.tsx'
import { AnswerQuestion } from './AnswerQuestion.tsx'
import { AskedBack } from './AskedBack.tsx'
import { AskSupport } from './AskSupport.tsx'
import { CalledBy } from './CalledBy.tsx'
import { useDealView } from './deal-view.ts'
import { RequestDetails } from './RequestDetails.tsx'
import { SupportHours } from './SupportHours.tsx'

/** What other departments were asked for on this deal, and what they answered. */
export function SupportPanel() {
  const { t } = useTranslation()
  const { page, mayChange } = useDealView()
  const [asking, setAsking] = useState(false)
  const requests = Object.entries(page.state.supportRequests).sort(([, a], [, b]) => b.seq - a.seq)
  const open = requests.filter(([, { status }]) => status === 'open')
  const answered = requests.filter(([, { status }]) => status === 'answered' || status === 'declined')
  const cancelled = requests.filter(([, { status }]) => status === 'cancelled')
  return (
    <Panel
      title={t('words.supportRequests')}
      count={open.length}
      actions={
        mayChange &&
        !asking && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('support.ask.title')}
          </Button>
        )
      }
    >
      {asking && <AskSupport close={() => setAsking(false)} />}
      {open.length + answered.length === 0 && !asking && <p className="titled-body quiet">{t('deals.support.none')}</p>}
      <ul className="cards">
        {open.map(([id, request]) => (
          <OpenRequest key={id} id={id} request={request} />
        ))}
        {answered.map(([id, request]) => (
          <AnsweredRequest key={id} id={id} request={request} />
        ))}
      </ul>
      <SupportHours />
      {cancelled.length > 0 && (
        <details className="fold past">
          <summary>{t('deals.support.cancelled', { count: cancelled.length })}</summary>
          <ul>
            {cancelled.map(([id, { name }]) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function OpenRequest({ id, request }: { id: string; request: SupportRequest }) {
  const { t } = useTranslation()
  const { page, me, departmentName, nameOf, mayChange } = useDealView()
  const question = standingQuestion(request)
  return (
    <li>
      <div className="card-line">
        <strong>
          {me.role === 'rep' ? (
            request.name
          ) : (
            <Link to="/queue/$dealId/$requestId" params={{ dealId: page.deal.id, requestId: id }}>
              {request.name}
            </Link>
          )}
        </strong>
        <RequestDue request={{ ...request, askedBackAt: question?.at ?? null }} />
      </div>
      <p className="card-meta">
        <span>{departmentName(request.department)}</span>
        <span>
          {request.owner
            ? nameOf(request.owner)
            : t(request.waiting ? `routing.waiting.${request.waiting}` : 'deals.support.nobody')}
        </span>
        {request.escalatedTo && <span>{t(`routing.escalatedTo.${request.escalatedTo}`)}</span>}
        <CalledBy request={request} />
        {request.blocks && <span className="blocks">{t('deals.support.blocks')}</span>}
      </p>
      <RequestDetails request={request} />
      <AskedBack request={request} />
      {mayChange && question && <AnswerQuestion key={question.at} id={id} request={request} />}
    </li>
  )
}
