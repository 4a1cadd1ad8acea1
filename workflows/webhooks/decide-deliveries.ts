import { leadOf, type NoticeKind, pathOf, topicOf } from '#engine'
import type { Db, Prisma } from '../../prisma/client.ts'
import { wordsIn } from '../mail/words-in.ts'

/** No more at a time; the next round goes on. */
const atOnce = 500

/** Asks, of each delivery that was queued with a notice, whether its address wants it, and writes what it will say. */
export async function decideDeliveries(db: Db, publicUrl: string, now: Date): Promise<void> {
  const undecided = await db.webhookDelivery.findMany({
    where: { payload: null },
    include: { webhook: { select: { topics: true } }, notice: true },
    orderBy: { createdAt: 'asc' },
    take: atOnce,
  })
  const payloads = new Map<string, Promise<string>>()
  /** Of several addresses that are told of the same, each is told in the same words, looked up once. */
  const payloadFor = (notice: Notice): Promise<string> => {
    const payload = payloads.get(notice.id) ?? payloadOf(db, notice, publicUrl).then((one) => JSON.stringify(one))
    payloads.set(notice.id, payload)
    return payload
  }
  for (const { id, webhook, notice } of undecided) {
    if (!notice || !webhook.topics.includes(topicOf(notice.kind as NoticeKind)))
      await db.webhookDelivery.deleteMany({ where: { id } })
    else
      await db.webhookDelivery.updateMany({
        where: { id },
        data: { payload: await payloadFor(notice), nextAt: now },
      })
  }
}

type Notice = Prisma.NotificationGetPayload<object>

/** What happened, in the form that Standard Webhooks advises: its type, when it was, and what it is about. */
async function payloadOf(db: Db, { kind, subject, dealId, seq, segmentId, createdAt }: Notice, publicUrl: string) {
  const named = { select: { id: true, name: true } } as const
  const [deal, segment, told, t] = await Promise.all([
    dealId ? db.deal.findUnique({ where: { id: dealId }, ...named }) : null,
    segmentId ? db.segment.findUnique({ where: { id: segmentId }, ...named }) : null,
    db.notification.findMany({ where: { kind, subject, dealId, seq, segmentId, createdAt }, select: { userId: true } }),
    wordsIn('en'),
  ])
  const people = await db.user.findMany({ where: { id: { in: told.map(({ userId }) => userId) } }, ...named })
  return {
    type: kind,
    timestamp: createdAt.toISOString(),
    data: {
      sentence: t(`notice.${kind}`, { subject }),
      subject,
      deal,
      segment,
      /** Whom the product tells of it. */
      people,
      link: `${publicUrl}${pathOf(leadOf({ kind, dealId, segmentId }))}`,
    },
  }
}
