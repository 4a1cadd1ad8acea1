import type { Db } from '../../prisma/client.ts'
import type { MailSettings } from './mail-settings.ts'

/**
 * Says to all parts of the product whether mails can be sent. Without a mail server nothing waits to be mailed: what did is
 * let go, so that a server which is named months later does not send what was news then.
 */
export async function announceMail(db: Db, mail: MailSettings | undefined, now: Date): Promise<void> {
  if (mail) {
    const { from } = mail
    await db.mailSetup.upsert({ where: { id: 1 }, create: { from, at: now }, update: { from } })
    return
  }
  await db.$transaction([
    db.mailSetup.deleteMany(),
    db.mailItem.deleteMany({ where: { mailId: null } }),
    db.mail.updateMany({
      where: { nextAt: { not: null } },
      data: { nextAt: null, givenUpAt: now, reason: 'No mail server is set up any more.' },
    }),
  ])
}
