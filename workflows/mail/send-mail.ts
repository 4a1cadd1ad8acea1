import type { Transporter } from 'nodemailer'
import { leadOf, type NoticeKind, pathOf, topicOf } from '#engine'
import type { Db } from '../../prisma/client.ts'
import { composeMail, type ToldNotice } from './compose-mail.ts'
import { linkKey, unsubscribeToken } from './unsubscribe-link.ts'
import { wordsIn } from './words-in.ts'

export type Post = {
  transport: Transporter
  from: string
  publicUrl: string
  retryAfterMs: number[]
}

/** A mail that is due, as it was found: whoever counts its next attempt first has it. */
type DueMail = { id: string; userId: string; isDigest: boolean; attempts: number; createdAt: Date }

/**
 * Tries to send a mail. The attempt is counted before it is made: a worker that dies between sending and noting it leaves a
 * mail that is sent again after its pause, with the same Message-ID. Whatever the server will never take is given up at once.
 */
export async function sendMail(db: Db, post: Post, mail: DueMail, now: Date): Promise<void> {
  const { id, userId, attempts } = mail
  const pause = post.retryAfterMs[attempts]
  const { count } = await db.mail.updateMany({
    where: { id, attempts, nextAt: { not: null } },
    data: { attempts: attempts + 1, nextAt: new Date(now.getTime() + (pause ?? 0)) },
  })
  if (count === 0) return
  const notices = await noticesOf(db, id, post.publicUrl)
  // The step that told of it was taken back.
  if (notices.length === 0) return void (await db.mail.deleteMany({ where: { id } }))
  const to = await db.user.findUniqueOrThrow({ where: { id: userId }, include: { noticeSetting: true } })
  const choices = `${post.publicUrl}/notifications`
  const t = await wordsIn(to.noticeSetting?.language ?? 'en')
  const topics = [...new Set(notices.map(({ kind }) => topicOf(kind as NoticeKind)))]
  const token = unsubscribeToken(await linkKey(db), { userId, topics })
  try {
    await post.transport.sendMail({
      ...composeMail(t, {
        to,
        isDigest: mail.isDigest,
        notices: notices.map(withRole(to.role)),
        choices,
        end: `${post.publicUrl}/unsubscribe/${token}`,
      }),
      from: post.from,
      to: { name: to.name, address: to.email },
      date: mail.createdAt,
      messageId: `<${id}@${new URL(post.publicUrl).hostname}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        // One click in a mail program is enough (RFC 8058).
        'List-Unsubscribe': `<${post.publicUrl}/api/v1/unsubscribe/${token}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    })
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    const isOver = pause === undefined || isRefusedForGood(error)
    await db.mail.update({ where: { id }, data: { reason, ...(isOver && { nextAt: null, givenUpAt: now }) } })
    return
  }
  await db.mail.update({ where: { id }, data: { sentAt: now, nextAt: null, reason: null } })
}

/** Of this very mail, its address or its content; not of how we sign in, which somebody will put right. */
const isRefusedForGood = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500 &&
  'code' in error &&
  ['EENVELOPE', 'EMESSAGE'].includes(String(error.code))

type Told = Omit<ToldNotice, 'link'> & { dealId: string | null; segmentId: string | null; url: string }

async function noticesOf(db: Db, mailId: string, url: string): Promise<Told[]> {
  const notices = await db.notification.findMany({
    where: { mailItem: { mailId } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const idsOf = (of: 'dealId' | 'segmentId') => ({
    where: { id: { in: notices.flatMap((notice) => notice[of] ?? []) } },
    select: { id: true, name: true } as const,
  })
  const [deals, segments] = await Promise.all([
    db.deal.findMany(idsOf('dealId')),
    db.segment.findMany(idsOf('segmentId')),
  ])
  const names = new Map([...deals, ...segments].map(({ id, name }) => [id, name]))
  return notices.map(({ kind, subject, dealId, segmentId }) => ({
    kind,
    subject,
    dealId,
    segmentId,
    url,
    about: names.get(dealId ?? segmentId ?? '') ?? '',
  }))
}

/** Where a notice leads, as the bell does. */
const withRole =
  (role: string) =>
  ({ kind, subject, about, dealId, segmentId, url }: Told): ToldNotice => {
    return { kind, subject, about, link: `${url}${pathOf(leadOf({ kind, dealId, segmentId }, role))}` }
  }
