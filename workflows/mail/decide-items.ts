import { choicesFrom, type NoticeKind, nextDigest, topicOf, usualDigest } from '#engine'
import type { Db, Prisma } from '../../prisma/client.ts'

/** No more at a time; the next round goes on. */
const atOnce = 1000

/** Asks, of each notice that was queued, what its person chose: now, with the next digest, or not at all. */
export async function decideItems(db: Db, now: Date): Promise<void> {
  const undecided = await db.mailItem.findMany({
    where: { dueAt: null, mailId: null },
    select: { noticeId: true, userId: true, notice: { select: { kind: true } } },
    take: atOnce,
  })
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(undecided.map(({ userId }) => userId))] } },
    include: { noticeSetting: true },
  })
  const unwanted: string[] = []
  const wanted = new Map<string, { due: MailDue; notices: string[] }>()
  for (const { noticeId, userId, notice } of undecided) {
    const user = users.find(({ id }) => id === userId)
    const due = user && dueOf(user.noticeSetting, notice.kind as NoticeKind, now)
    if (!due) {
      unwanted.push(noticeId)
      continue
    }
    const key = JSON.stringify(due)
    const group = wanted.get(key) ?? { due, notices: [] }
    group.notices.push(noticeId)
    wanted.set(key, group)
  }
  await db.$transaction([
    db.mailItem.deleteMany({ where: { noticeId: { in: unwanted } } }),
    ...[...wanted.values()].map(({ due, notices }) =>
      db.mailItem.updateMany({ where: { noticeId: { in: notices } }, data: due }),
    ),
  ])
}

type MailDue = { dueAt: Date; isDigest: boolean }
type Setting = Prisma.NoticeSettingGetPayload<object> | null

function dueOf(setting: Setting, kind: NoticeKind, now: Date): MailDue | undefined {
  switch (choicesFrom(setting?.choices)[topicOf(kind)].mail) {
    case 'at-once':
      return { dueAt: now, isDigest: false }
    case 'digest': {
      const { digestHours, timeZone } = setting ?? usualDigest
      return { dueAt: new Date(nextDigest(digestHours, timeZone, now.toISOString())), isDigest: true }
    }
    case 'never':
      return undefined
  }
}
