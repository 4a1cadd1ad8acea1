import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailRow } from '../../api/notifications/contract.ts'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { Failure, useSentence } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Pages } from '../ui/Pages.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Tone } from '../ui/Tone.tsx'

const pageSize = 20

/** The mail server, and the mails that it did not take, with its reasons. */
export function UndeliveredMails() {
  const { t } = useTranslation()
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useQuery({
    queryKey: ['undelivered', page],
    queryFn: () => api.undeliveredMails({ page, pageSize }),
    refetchInterval: 15_000,
  })
  return (
    <Panel title={t('notifications.delivery.mail')} count={data?.total}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active className="titled-body" paragraph={{ rows: 3 }} />}
      {data?.from === null && (
        <Alert banner type="info" title={t('notifications.noMail')} description={t('notifications.noMailAdmin')} />
      )}
      {data?.from && <p className="titled-body quiet">{t('notifications.delivery.from', { from: data.from })}</p>}
      {data?.from && data.total === 0 && (
        <Nothing title={t('notifications.delivery.none')}>{t('notifications.delivery.noneHint')}</Nothing>
      )}
      {data && data.total > 0 && <MailTable mails={data.items} />}
      {data && <Pages page={page} size={pageSize} total={data.total} show={setPage} />}
    </Panel>
  )
}

function MailTable({ mails }: { mails: MailRow[] }) {
  const { t } = useTranslation()
  return (
    <table className="dense">
      <thead>
        <tr>
          <th>{t('notifications.delivery.to')}</th>
          <th>{t('notifications.delivery.what')}</th>
          <th>{t('notifications.delivery.reason')}</th>
          <th>{t('notifications.delivery.state')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <MailLine key={mail.id} mail={mail} />
        ))}
      </tbody>
    </table>
  )
}

function MailLine({ mail: { id, to, isDigest, notices, attempts, reason, nextAt, createdAt } }: { mail: MailRow }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const sentence = useSentence()
  const queries = useQueryClient()
  const retry = useMutation({
    mutationFn: () => api.retryMail(id),
    onSuccess: () => void message.success(t('notifications.delivery.trying')),
    onError: (error) => void message.error(sentence(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['undelivered'] }),
  })
  return (
    <tr>
      <td>
        <strong>{to.name}</strong>
        <small className="quiet">{to.email}</small>
      </td>
      <td data-name={t('notifications.delivery.what')}>
        {t(isDigest ? 'notifications.delivery.digest' : 'notifications.delivery.notices', { count: notices })}
        <small className="quiet">
          <Ago at={createdAt} />
        </small>
      </td>
      <td data-name={t('notifications.delivery.reason')}>{reason}</td>
      <td data-name={t('notifications.delivery.state')}>
        {nextAt ? (
          <Tone tone="warn">
            {t('notifications.delivery.waits')} <Ago at={nextAt} />
          </Tone>
        ) : (
          <Tone tone="bad">{t('notifications.delivery.givenUp', { count: attempts })}</Tone>
        )}
      </td>
      <td className="number">
        <Button
          size="small"
          aria-label={t('notifications.delivery.againFor', { name: to.name })}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {t('notifications.delivery.again')}
        </Button>
      </td>
    </tr>
  )
}
