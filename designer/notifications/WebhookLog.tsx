import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Webhook, WebhookDelivery } from '../../api/webhooks/contract.ts'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Tone } from '../ui/Tone.tsx'
import { useShownInstant } from '../ui/use-shown-instant.ts'

/** What an address was sent, newest first, and what became of it. */
export function WebhookLog({ webhook: { id: webhook, active } }: { webhook: Webhook }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const instant = useShownInstant()
  const queryKey = ['webhook-deliveries', webhook]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => api.webhookDeliveries(webhook),
    refetchInterval: 3000,
  })
  const test = useMutation({
    mutationFn: () => api.testWebhook(webhook),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const again = useMutation({
    mutationFn: (delivery: string) => api.sendDeliveryAgain(webhook, delivery),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const failure = test.error ?? again.error ?? error
  return (
    <Panel
      title={t('webhooks.log')}
      actions={
        <Button size="small" disabled={!active} loading={test.isPending} onClick={() => test.mutate()}>
          {t('webhooks.test')}
        </Button>
      }
    >
      {failure && <Failure error={failure} retry={refetch} />}
      {!data && !error && <Skeleton active className="titled-body" paragraph={{ rows: 3 }} />}
      {data?.items.length === 0 && <Nothing title={t('webhooks.logEmpty')}>{t('webhooks.logEmptyHint')}</Nothing>}
      <ul className="webhook-log">
        {data?.items.map((delivery) => (
          <li key={delivery.id}>
            <code>{delivery.kind}</code>
            <Outcome delivery={delivery} />
            <span className="quiet">
              <Ago at={delivery.createdAt} />
            </span>
            <Button
              size="small"
              type="text"
              disabled={!active}
              aria-label={t('webhooks.againAt', { kind: delivery.kind, ago: instant(delivery.createdAt) })}
              loading={again.isPending && again.variables === delivery.id}
              onClick={() => again.mutate(delivery.id)}
            >
              {t('webhooks.again')}
            </Button>
            {delivery.reason && <small className="quiet">{delivery.reason}</small>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Outcome({ delivery: { deliveredAt, givenUpAt, attempts, nextAt, status } }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation()
  const answered = status === null ? '' : ` · ${status}`
  if (deliveredAt)
    return (
      <Tone tone="good">
        {t('webhooks.delivered')}
        {answered}
      </Tone>
    )
  if (givenUpAt)
    return (
      <Tone tone="bad">
        {t('notifications.delivery.givenUp', { count: attempts })}
        {answered}
      </Tone>
    )
  if (attempts === 0) return <Tone tone="plain">{t('webhooks.waits')}</Tone>
  return (
    <Tone tone="warn">
      {t('notifications.delivery.waits')} {nextAt && <Ago at={nextAt} />}
      {answered}
    </Tone>
  )
}
