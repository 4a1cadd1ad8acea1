import { randomUUID } from 'node:crypto'
import type { Db } from '../../prisma/client.ts'

/** Against a flood: after so many mails at once to a person in this time, what comes on top waits, and becomes one. */
const mailsInWindow = 3
const windowMs = 10 * 60_000

/** Puts what is due into mails, one for each person and kind. What was read in the product meanwhile needs none. */
export async function gatherMails(db: Db, now: Date): Promise<void> {
  const isDue = { mailId: null, dueAt: { lte: now } }
  await db.mailItem.deleteMany({ where: { ...isDue, notice: { readAt: { not: null } } } })
  const due = await db.mailItem.groupBy({ by: ['userId', 'isDigest'], where: isDue })
  const full = await peopleWithMany(db, now)
  for (const { userId, isDigest } of due) {
    if (!isDigest && full.has(userId)) continue
    const id = randomUUID()
    await db.$transaction([
      db.mail.create({ data: { id, userId, isDigest, createdAt: now, nextAt: now } }),
      db.mailItem.updateMany({ where: { ...isDue, userId, isDigest }, data: { mailId: id } }),
    ])
  }
}

async function peopleWithMany(db: Db, now: Date): Promise<Set<string>> {
  const recent = await db.mail.groupBy({
    by: ['userId'],
    where: { isDigest: false, createdAt: { gt: new Date(now.getTime() - windowMs) } },
    _count: true,
  })
  return new Set(recent.filter(({ _count }) => _count >= mailsInWindow).map(({ userId }) => userId))
}
