import { randomUUID } from 'node:crypto'
import type { NoticeKind } from '#engine'
import type { Db } from '../../prisma/client.ts'

/** Sends an address nothing any more, lets go what waits for it, and tells the admins and who registered it. Once. */
export async function disableWebhook(
  db: Db,
  { id, url, createdBy }: { id: string; url: string; createdBy: string },
  now: Date,
): Promise<void> {
  const kind: NoticeKind = 'webhook-disabled'
  await db.$transaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({
      where: { id, active: true },
      data: { active: false, disabledAt: now },
    })
    if (count === 0) return
    await tx.webhookDelivery.deleteMany({ where: { webhookId: id, payload: null } })
    await tx.webhookDelivery.updateMany({
      where: { webhookId: id, nextAt: { not: null } },
      data: { nextAt: null, givenUpAt: now },
    })
    const people = await tx.user.findMany({
      where: { OR: [{ role: 'admin' }, { id: createdBy }] },
      select: { id: true },
    })
    await tx.notification.createMany({
      data: people.map((person) => ({
        id: randomUUID(),
        userId: person.id,
        kind,
        subject: new URL(url).host,
        createdAt: now,
      })),
    })
  })
}
