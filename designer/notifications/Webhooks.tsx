import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Webhook } from '../../api/webhooks/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Panel } from '../ui/Panel.tsx'
import { WebhookDrawer } from './WebhookDrawer.tsx'
import { WebhookState } from './WebhookState.tsx'

/** The addresses that are told of what happens. */
export function Webhooks() {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks'],
    queryFn: api.webhooks,
    // Who has one open watches what becomes of its messages, and of itself.
    refetchInterval: open === undefined ? 15_000 : 3000,
  })
  return (
    <Panel
      title={t('webhooks.title')}
      count={data?.items.length}
      actions={
        <Button size="small" onClick={() => setOpen('new')}>
          {t('webhooks.add')}
        </Button>
      }
    >
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active className="titled-body" paragraph={{ rows: 3 }} />}
      {data?.items.length === 0 && <Nothing title={t('webhooks.none')}>{t('webhooks.noneHint')}</Nothing>}
      {data && data.items.length > 0 && <WebhookTable webhooks={data.items} open={setOpen} />}
      {open !== undefined && (
        <WebhookDrawer
          key={open}
          webhook={data?.items.find(({ id }) => id === open)}
          close={() => setOpen(undefined)}
        />
      )}
    </Panel>
  )
}

function WebhookTable({ webhooks, open }: { webhooks: Webhook[]; open: (id: string) => void }) {
  const { t } = useTranslation()
  return (
    <table className="dense">
      <thead>
        <tr>
          <th>{t('webhooks.url')}</th>
          <th>{t('webhooks.topics')}</th>
          <th>{t('notifications.delivery.state')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => (
          <tr key={webhook.id}>
            <td>
              <strong>{webhook.url}</strong>
            </td>
            <td data-name={t('webhooks.topics')}>
              {webhook.topics.map((topic) => t(`notifications.topic.${topic}`)).join(', ')}
            </td>
            <td data-name={t('notifications.delivery.state')}>
              <WebhookState webhook={webhook} />
            </td>
            <td className="number">
              <Button
                size="small"
                aria-label={t('webhooks.openUrl', { url: webhook.url })}
                onClick={() => open(webhook.id)}
              >
                {t('webhooks.open')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
