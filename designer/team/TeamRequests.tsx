import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestRow } from '../../api/work/contract.ts'
import { RequestDue } from '../queue/RequestDue.tsx'
import { Tone } from '../ui/Tone.tsx'

type Props = { requests: RequestRow[]; handOver: (request: RequestRow) => void }

/** What one person, or nobody, has: each with its deal and due time, to be handed over where that is one's right. */
export function TeamRequests({ requests, handOver }: Props) {
  const { t } = useTranslation()
  return (
    <table className="dense team-requests">
      <thead>
        <tr>
          <th>{t('queue.asked')}</th>
          <th>{t('words.deal')}</th>
          <th>{t('words.due')}</th>
          <th aria-label={t('queue.hold.handOver')} />
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
              {request.blocks && <span className="asks-blocks">{t('queue.blocks')}</span>}
              {request.waiting && <Tone tone="warn">{t(`routing.waiting.${request.waiting}`)}</Tone>}
              {request.owner && !request.acceptedAt && <small className="quiet">{t('queue.hold.notAccepted')}</small>}
            </td>
            <td data-name={t('words.deal')}>
              {request.dealName}
              {request.account && <small className="quiet">{request.account}</small>}
            </td>
            <td data-name={t('words.due')}>
              <RequestDue request={request} />
            </td>
            <td className="team-do">
              {request.mayHandOver && (
                <Button
                  size="small"
                  aria-label={t('team.handOver', { request: request.name, deal: request.dealName })}
                  onClick={() => handOver(request)}
                >
                  {t('queue.hold.handOver')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
