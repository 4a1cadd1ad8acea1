import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestPage as Request } from '../../api/work/contract.ts'
import { useShownFact } from '../deals/use-shown-fact.ts'
import { FileLinks } from '../files/FileLinks.tsx'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Linked } from '../ui/Linked.tsx'
import { Page } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useShownInstant } from '../ui/use-shown-instant.ts'
import { AnswerRequest } from './AnswerRequest.tsx'
import { HoldRequest } from './HoldRequest.tsx'
import { LockOfDeal } from './LockOfDeal.tsx'
import './queue.css'
import { Questions } from './Questions.tsx'
import { RequestDue } from './RequestDue.tsx'
import { VerdictMark } from './VerdictMark.tsx'

/** One request: what is asked, what is known of the purchase it is for, and the answer. */
export function RequestPage() {
  const { t } = useTranslation()
  const { dealId, requestId } = useParams({ from: '/frame/queue/$dealId/$requestId' })
  const { data, error, refetch } = useQuery({
    queryKey: ['request', dealId, requestId],
    queryFn: () => api.request(dealId, requestId),
    refetchInterval: 15_000,
  })
  return (
    <Page
      title={data?.request.name ?? t('words.supportRequest')}
      hint={<Link to="/queue">← {t('queue.back')}</Link>}
      actions={data?.request.status === 'open' && <RequestDue request={data.request} />}
    >
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div className="request">
          <div>
            <Asked page={data} />
            <Known page={data} />
          </div>
          <div>
            {data.request.status === 'open' && <HoldRequest key={requestId} page={data} mayAnswer={data.mayAnswer} />}
            {data.request.status !== 'open' ? (
              <Answer page={data} />
            ) : data.mayAnswer ? (
              <AnswerRequest key={requestId} page={data} />
            ) : (
              <Panel title={t('queue.answer.title')}>
                <p className="titled-body quiet">
                  {t(data.request.waiting === 'above-authority' ? 'routing.aboveYours' : 'queue.notYours', {
                    department: data.request.department.name,
                  })}
                </p>
              </Panel>
            )}
            <LockOfDeal page={data} />
          </div>
        </div>
      )}
    </Page>
  )
}

function Asked({ page: { request, deal, askedBy, details, enclosed, visit, changed } }: { page: Request }) {
  const { t } = useTranslation()
  const showInstant = useShownInstant()
  return (
    <Panel title={t('queue.what')}>
      <dl className="request-facts">
        <dt>{t('words.deal')}</dt>
        <dd>
          <strong>{deal.name}</strong>
        </dd>
        <dt>{t('words.account')}</dt>
        <dd>{deal.account ?? '—'}</dd>
        <dt>{t('words.segment')}</dt>
        <dd>{deal.segment}</dd>
        <dt>{t('queue.seller')}</dt>
        <dd>{deal.owner}</dd>
        {askedBy && (
          <>
            <dt>{t(`queue.askedBy.${askedBy.kind}`)}</dt>
            <dd>{askedBy.kind === 'objection' ? `“${askedBy.name}”` : askedBy.name}</dd>
          </>
        )}
        {visit && (
          <>
            <dt>{t('support.visit.at')}</dt>
            <dd>
              <strong>{showInstant(visit.at)}</strong>
            </dd>
            <dt>{t('support.visit.meet')}</dt>
            <dd>{visit.meet}</dd>
          </>
        )}
        {request.department.id && (
          <>
            <dt>{t('words.department')}</dt>
            <dd>{request.department.name}</dd>
          </>
        )}
        <dt>{t('queue.with')}</dt>
        <dd>{request.owner?.name ?? t('queue.nobody')}</dd>
        <dt>{t('queue.since')}</dt>
        <dd>
          <Ago at={request.openedAt} />
        </dd>
      </dl>
      {details && (
        <blockquote className="request-details">
          <Linked text={details} />
        </blockquote>
      )}
      <FileLinks deal={request.dealId} files={enclosed} />
      {changed && <p className="request-changed">{t('queue.changed', { reason: changed })}</p>}
      {request.blocks && request.status === 'open' && <p className="request-blocks">{t('queue.blocksHint')}</p>}
    </Panel>
  )
}

function Known({ page: { request, facts, currency } }: { page: Request }) {
  const { t } = useTranslation()
  const show = useShownFact()
  return (
    <Panel title={t('queue.known')} count={facts.length}>
      {facts.length === 0 ? (
        <p className="titled-body quiet">{t('queue.knownNone')}</p>
      ) : (
        <dl className="request-facts">
          {facts.map(({ name, label, value, type, evidence, files }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                {show(name, type, value, currency)}
                {evidence.map((text) => (
                  <small key={text} className="quiet">
                    <Linked text={text} />
                  </small>
                ))}
                <FileLinks deal={request.dealId} files={files} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
}

function Answer({ page: { request, questions, files } }: { page: Request }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('queue.answer.title')}>
      <div className="titled-body">
        <p>
          {request.verdict ? (
            <VerdictMark verdict={request.verdict} />
          ) : (
            <span className="quiet">{t(`words.requestStatus.${request.status}`)}</span>
          )}{' '}
          {request.answeredAt && <Ago at={request.answeredAt} />}
          {request.hours !== null && (
            <span className="quiet"> · {t('support.hours.of', { count: request.hours })}</span>
          )}
        </p>
        {request.note && (
          <blockquote>
            <Linked text={request.note} />
          </blockquote>
        )}
        <FileLinks deal={request.dealId} files={files} />
        <Questions questions={questions} />
      </div>
    </Panel>
  )
}
