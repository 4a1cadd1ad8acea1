import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { MailRow, Undelivered } from './contract.ts'

/** Mails that were given up, or failed and will be tried again. */
const undelivered = { sentAt: null, reason: { not: null } }

export async function undeliveredMails(
  { db }: Deps,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<Undelivered> {
  const [mails, total, setup] = await Promise.all([
    db.mail.findMany({
      where: undelivered,
      include: { user: { select: { id: true, name: true, email: true } }, _count: { select: { items: true } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.mail.count({ where: undelivered }),
    db.mailSetup.findFirst(),
  ])
  return {
    items: mails.map(
      ({ id, user, isDigest, _count, createdAt, attempts, nextAt, reason }): MailRow => ({
        id,
        to: user,
        isDigest,
        notices: _count.items,
        createdAt: createdAt.toISOString(),
        attempts,
        nextAt: nextAt?.toISOString() ?? null,
        reason,
      }),
    ),
    total,
    from: setup?.from ?? null,
  }
}

/** Tries a mail again at once, and as often as a new one. */
export async function retryMail({ db, now }: Deps, id: string): Promise<{ id: string }> {
  const { count } = await db.mail.updateMany({
    where: { id, ...undelivered },
    data: { attempts: 0, nextAt: now(), givenUpAt: null },
  })
  if (count === 0)
    throw new DomainError('MAIL_NOT_FOUND', 'There is no such mail that has not arrived. Reload the list.', {
      mail: id,
    })
  return { id }
}

const monthMs = 30 * 24 * 3_600_000

/** What was sent, or given up, a month ago is of no use to anybody. */
export async function forgetOldMails({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const before = new Date(now().getTime() - monthMs)
  await db.mail.deleteMany({ where: { nextAt: null, createdAt: { lt: before } } })
}
