import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RequestRow } from '../../api/work/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { Tone } from '../ui/Tone.tsx'
import { RequestDue } from './RequestDue.tsx'
import { VerdictMark } from './VerdictMark.tsx'

/** Requests, one a line: what is asked, for whose purchase, who has it, and by when. */
export function RequestTable({ requests, me }: { requests: RequestRow[]; me: string | undefined }) {
  const { t } = useTranslation()
  const isDone = requests.some(({ status }) => status !== 'open')
  return (
    <table className="dense">
      <thead>
        <tr>
          <th>{t('queue.asked')}</th>
          <th>{t('words.deal')}</th>
          <th>{t('words.department')}</th>
          <th>{t('queue.with')}</th>
          <th>{t(isDone ? 'queue.answered' : 'words.due')}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr key={`${request.dealId} ${request.id}`}>
            <td>
              <Link
                to="/queue/$dealId/$requestId"
                params={{ dealId: request.dealId, requestId: request.id }}
                className="row-link"
              >
                {request.name}
              </Link>
              {request.blocks && request.status === 'open' && <span className="asks-blocks">{t('queue.blocks')}</span>}
              {request.note && <small className="quiet">{request.note}</small>}
            </td>
            <td data-name={t('words.deal')}>
              {request.dealName}
              {request.account && <small className="quiet">{request.account}</small>}
            </td>
            <td data-name={t('words.department')}>{request.department.name || t('deals.support.manager')}</td>
            <td data-name={t('queue.with')}>
              <HeldBy request={request} me={me} />
            </td>
            <td data-name={t(isDone ? 'queue.answered' : 'words.due')}>
              {request.status === 'open' ? <RequestDue request={request} /> : <Closed request={request} />}
              {request.status === 'open' && request.escalatedTo && (
                <small className="quiet">{t(`routing.escalatedTo.${request.escalatedTo}`)}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeldBy({ request: { owner, waiting, status }, me }: { request: RequestRow; me: string | undefined }) {
  const { t } = useTranslation()
  if (!owner)
    return waiting && status === 'open' ? (
      <Tone tone="warn">{t(`routing.waiting.${waiting}`)}</Tone>
    ) : (
      <span className="quiet">{t('queue.nobody')}</span>
    )
  return owner.id === me ? <strong>{t('queue.me')}</strong> : <span>{owner.name}</span>
}

function Closed({ request }: { request: RequestRow }) {
  const { t } = useTranslation()
  return (
    <>
      {request.verdict ? <VerdictMark verdict={request.verdict} /> : t(`words.requestStatus.${request.status}`)}
      {request.answeredAt && (
        <small className="quiet">
          <Ago at={request.answeredAt} />
        </small>
      )}
    </>
  )
}
