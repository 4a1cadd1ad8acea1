import { createTransport } from 'nodemailer'
import type { Db } from '../../prisma/client.ts'
import { decideItems } from '../mail/decide-items.ts'
import { gatherMails } from '../mail/gather-mails.ts'
import { type MailSettings, usualRetriesMs } from '../mail/mail-settings.ts'
import { type Post, sendMail } from '../mail/send-mail.ts'
import type { DeliverSome } from '../rounds-contract.ts'
import { decideDeliveries } from '../webhooks/decide-deliveries.ts'
import { sendDelivery } from '../webhooks/send-delivery.ts'
import { usualWebhooks, type WebhookSettings } from '../webhooks/webhook-settings.ts'
import { workThrough } from './in-flight.ts'

/** How long a mail server may take to answer, in milliseconds. */
const patience = 15_000
/** No more at a time; the next round goes on. */
const atOnce = 200

type Settings = { publicUrl: string; mail: MailSettings | undefined; webhooks: WebhookSettings | undefined }

/** Decides what each queued notice comes to, and sends the mails and webhooks that are due. */
export function createDeliverSome(db: Db, { publicUrl, mail, webhooks = usualWebhooks }: Settings): DeliverSome {
  const post = mail && postBy(mail, publicUrl)
  const deliverMails = async (now: Date): Promise<number> => {
    if (!post) return 0
    await decideItems(db, now)
    await gatherMails(db, now)
    const due = await db.mail.findMany({ where: { nextAt: { lte: now } }, orderBy: { nextAt: 'asc' }, take: atOnce })
    await workThrough(due, (one) => sendMail(db, post, one, new Date()))
    return due.length
  }
  const deliverWebhooks = async (now: Date): Promise<number> => {
    await decideDeliveries(db, publicUrl, now)
    const due = await db.webhookDelivery.findMany({
      where: { nextAt: { lte: now }, webhook: { active: true } },
      include: { webhook: true },
      orderBy: { nextAt: 'asc' },
      take: atOnce,
    })
    await workThrough(due, (one) => sendDelivery(db, webhooks, one, new Date()))
    return due.length
  }
  return async () => {
    const now = new Date()
    return (await deliverMails(now)) + (await deliverWebhooks(now))
  }
}

const postBy = ({ server, from, retryAfterMs = usualRetriesMs }: MailSettings, publicUrl: string): Post => ({
  transport: createTransport({
    url: server,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  }),
  from,
  publicUrl,
  retryAfterMs,
})
