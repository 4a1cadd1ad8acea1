import type { Db, Prisma } from '../../prisma/client.ts'
import { disableWebhook } from './disable-webhook.ts'
import { postJson } from './post-json.ts'
import { signedHeaders } from './sign.ts'
import type { WebhookSettings } from './webhook-settings.ts'

export type DueDelivery = Prisma.WebhookDeliveryGetPayload<{ include: { webhook: true } }>

/** The address is gone for good, it says itself. */
const gone = 410

/** Tries to deliver one message; as with a mail, the attempt is counted before it is made, and its id stays the same. */
export async function sendDelivery(db: Db, settings: WebhookSettings, due: DueDelivery, now: Date): Promise<void> {
  const { id, attempts, webhook } = due
  const payload = due.payload ?? ''
  const pause = settings.retryAfterMs[attempts]
  const { count } = await db.webhookDelivery.updateMany({
    where: { id, attempts, nextAt: { not: null } },
    data: { attempts: attempts + 1, nextAt: new Date(now.getTime() + (pause ?? 0)) },
  })
  if (count === 0) return
  const answer = await postJson({
    url: webhook.url,
    headers: signedHeaders(id, payload, webhook, now),
    body: payload,
    mayBePrivate: settings.mayBePrivate,
  }).then(
    (status) => ({ status, reason: null }),
    (error: unknown) => ({
      status: null,
      reason: String(error instanceof Error ? error.message || error.name : error).slice(0, 500),
    }),
  )
  if (answer.status !== null && answer.status >= 200 && answer.status < 300) {
    await db.webhookDelivery.update({ where: { id }, data: { ...answer, deliveredAt: now, nextAt: null } })
    await db.webhook.update({ where: { id: webhook.id }, data: { failingSince: null } })
    return
  }
  await db.webhookDelivery.update({
    where: { id },
    data: { ...answer, ...(pause === undefined && { nextAt: null, givenUpAt: now }) },
  })
  const since = webhook.failingSince ?? now
  if (webhook.failingSince === null)
    await db.webhook.updateMany({ where: { id: webhook.id, failingSince: null }, data: { failingSince: now } })
  if (answer.status === gone || now.getTime() - since.getTime() >= settings.disableAfterMs)
    await disableWebhook(db, webhook, now)
}
