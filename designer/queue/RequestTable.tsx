import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RequestRow } from '../../api/work/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { SortedHeading } from '../ui/SortedHeading.tsx'
import { Tone } from '../ui/Tone.tsx'
import { RequestDue } from './RequestDue.tsx'
import { type RequestsPlace, sortOf } from './requests-place.ts'
import { VerdictMark } from './VerdictMark.tsx'

type Props = {
  requests: RequestRow[]
  me: string | undefined
  place: RequestsPlace
  go: (place: Partial<RequestsPlace>) => void
}

/** Requests, one a line: what is asked, for whose purchase, who has it, and by when. */
export function RequestTable({ requests, me, place, go }: Props) {
  const { t } = useTranslation()
  const isDone = place.status === 'closed'
  const heading = (by: NonNullable<RequestsPlace['order']>, label: string) => (
    <SortedHeading
      label={label}
      by={by}
      sorted={sortOf(place)}
      sort={(sorted) => go({ ...place, page: 1, ...sorted })}
    />
  )
  return (
    <table className="dense">
      <thead>
        <tr>
          {heading('name', t('queue.asked'))}
          {heading('deal', t('words.deal'))}
          <th>{t('words.department')}</th>
          <th>{t('queue.with')}</th>
          {heading('opened', t('queue.since'))}
          {isDone ? heading('answered', t('queue.answered')) : heading('due', t('words.due'))}
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
            <td data-name={t('queue.since')}>
              <Ago at={request.openedAt} />
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
