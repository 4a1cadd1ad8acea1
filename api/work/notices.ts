import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { noticeListSchema } from './contract.ts'

/** The newest hundred notices of a person, and how many of all are unread. */
export async function notices({ db }: Deps, actor: User): Promise<z.infer<typeof noticeListSchema>> {
  const [newest, unread] = await Promise.all([
    db.notification.findMany({ where: { userId: actor.id }, orderBy: { createdAt: 'desc' }, take: 100 }),
    db.notification.count({ where: { userId: actor.id, readAt: null } }),
  ])
  const deals = await db.deal.findMany({
    where: { id: { in: newest.map(({ dealId }) => dealId) } },
    select: { id: true, name: true },
  })
  return {
    items: newest.map(({ userId: _, seq: _seq, ...notice }) => ({
      ...notice,
      dealName: deals.find(({ id }) => id === notice.dealId)?.name ?? notice.dealId,
      createdAt: notice.createdAt.toISOString(),
      readAt: notice.readAt?.toISOString() ?? null,
    })),
    unread,
  }
}

export async function markNoticesRead({ db, now }: Deps, actor: User): Promise<{ read: number }> {
  const { count } = await db.notification.updateMany({
    where: { userId: actor.id, readAt: null },
    data: { readAt: now() },
  })
  return { read: count }
}
