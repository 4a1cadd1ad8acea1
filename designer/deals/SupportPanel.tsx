import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SupportRequest } from '#engine/deal'
import { Ago } from '../ui/Ago.tsx'
import { DueTime } from '../ui/DueTime.tsx'
import { Panel } from '../ui/Panel.tsx'
import { AskAgain } from './AskAgain.tsx'
import { useDealView } from './deal-view.ts'

/** What other departments were asked for on this deal, and what they answered. */
export function SupportPanel() {
  const { t } = useTranslation()
  const { page } = useDealView()
  const requests = Object.entries(page.state.supportRequests).sort(([, a], [, b]) => b.seq - a.seq)
  const open = requests.filter(([, { status }]) => status === 'open')
  const answered = requests.filter(([, { status }]) => status === 'answered' || status === 'declined')
  const cancelled = requests.filter(([, { status }]) => status === 'cancelled')
  return (
    <Panel title={t('words.supportRequests')} count={open.length}>
      {open.length + answered.length === 0 && <p className="titled-body quiet">{t('deals.support.none')}</p>}
      <ul className="cards">
        {open.map(([id, request]) => (
          <OpenRequest key={id} id={id} request={request} />
        ))}
        {answered.map(([id, request]) => (
          <Answered key={id} id={id} request={request} />
        ))}
      </ul>
      {cancelled.length > 0 && (
        <details className="past">
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
  const { page, me, names, nameOf } = useDealView()
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
        <DueTime at={request.dueAt} />
      </div>
      <p className="card-meta">
        <span>{names.department(request.department)}</span>
        <span>{request.owner ? nameOf(request.owner) : t('deals.support.nobody')}</span>
        <CalledBy request={request} />
        {request.blocks && <span className="blocks">{t('deals.support.blocks')}</span>}
      </p>
    </li>
  )
}

function Answered({ id, request }: { id: string; request: SupportRequest }) {
  const { t } = useTranslation()
  const { page, names, nameOf } = useDealView()
  const bad = request.verdict === 'refused' || request.verdict === 'declined'
  return (
    <li>
      <div className="card-line">
        <strong>{request.name}</strong>
        {request.verdict && <Tag color={bad ? 'error' : 'success'}>{t(`words.verdict.${request.verdict}`)}</Tag>}
      </div>
      <p className="card-meta">
        <span>{names.department(request.department)}</span>
        {request.answeredBy && <span>{nameOf(request.answeredBy)}</span>}
        <CalledBy request={request} />
        {request.answeredAt && (
          <span>
            <Ago at={request.answeredAt} />
          </span>
        )}
      </p>
      {request.note && <blockquote>{request.note}</blockquote>}
      {request.askedAgain && <p className="quiet">{t('deals.support.askedAgain', { reason: request.askedAgain })}</p>}
      {bad && !request.askedAgain && page.state.status === 'open' && <AskAgain request={id} />}
    </li>
  )
}

function CalledBy({ request: { stage, objection } }: { request: SupportRequest }) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  if (stage) return <span>{names.stage(stage)}</span>
  const statement = objection && page.state.objections[objection]?.statement
  return statement ? <span>{t('deals.support.onObjection', { statement })}</span> : null
}
