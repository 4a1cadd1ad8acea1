import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { NoticeKind } from '#engine'
import { smallPurchase } from '../tests/support/a-model.ts'
import { aMailServer, type MailServer } from '../tests/support/mail-server.ts'
import { type RunningDeals, runningDeals } from '../tests/support/running-deals.ts'
import { announceMail } from './mail/announce-mail.ts'
import { startRounds } from './start-rounds.ts'

let server: MailServer
let running: RunningDeals
let deal: string
beforeAll(async () => {
  server = await aMailServer()
  const mail = { server: server.url, from: 'Keynode <keynode@example.com>', retryAfterMs: [300, 300, 300] }
  running = await runningDeals(smallPurchase, { mail })
  await announceMail(running.database.db, mail, new Date())
  deal = await running.newDeal()
  await startRounds(running.client, 'deliverNotices', running.environment.KEYNODE_TASK_QUEUE ?? '', { everyMs: 100 })
})
afterAll(async () => {
  await running?.stop()
  await server?.goAway()
})
beforeEach(() => {
  server.received.length = 0
  server.answers()
})

type Chosen = { language?: string; choices?: object; digestHours?: number[]; timeZone?: string }

async function somebody(chosen?: Chosen, role = 'rep'): Promise<{ id: string; email: string }> {
  const id = randomUUID()
  const email = `${id}@example.com`
  await running.database.db.user.create({
    data: {
      id,
      name: 'Lin',
      email,
      role,
      updatedAt: new Date(),
      ...(chosen && { noticeSetting: { create: chosen } }),
    },
  })
  return { id, email }
}

/** What a step of the deal would tell them. */
const tell = (userId: string, kind: NoticeKind, subject: string) =>
  running.database.db.notification.create({
    data: { id: randomUUID(), userId, dealId: deal, seq: 1, kind, subject, createdAt: new Date() },
  })
const mailsTo = (email: string) => server.received.filter(({ to }) => to.includes(email))
const mailOf = (userId: string) => running.database.db.mail.findFirstOrThrow({ where: { userId } })
const until = (what: () => unknown, timeout = 20_000) => expect.poll(what, { timeout, interval: 50 })

it('what waits for somebody arrives by e-mail, with a way to it and a way out', async () => {
  const { id, email } = await somebody()
  await tell(id, 'support-requested', 'Legal <review>')

  await until(() => mailsTo(email).length).toBe(1)
  const [mail] = mailsTo(email)
  expect(mail?.subject).toBe('Support requested: Legal <review> · Press line for Acme')
  expect(mail?.text).toContain(`https://keynode.example.com/deals/${deal}`)
  expect(mail?.html).toContain('Legal &lt;review&gt;')
  expect(mail?.text).toContain('https://keynode.example.com/notifications')
  await until(async () => (await mailOf(id)).sentAt).not.toBeNull()
  expect(mail?.headers.get('message-id')).toBe(`<${(await mailOf(id)).id}@keynode.example.com>`)
})

it.each([
  ['zh-Hant', '請求支援：法務審閱 · Press line for Acme', '您收到這封郵件'],
  ['zh-Hans', '请求支持：法務審閱 · Press line for Acme', '您收到这封邮件'],
])('a mail is written in the language of its person: %s', async (language, subject, why) => {
  const { id, email } = await somebody({ language })
  await tell(id, 'support-requested', '法務審閱')

  await until(() => mailsTo(email)[0]?.subject).toBe(subject)
  expect(mailsTo(email)[0]?.text).toContain(why)
})

it('nobody is mailed what they do not want', async () => {
  const { id, email } = await somebody({ choices: { asked: { app: true, mail: 'never' } } })
  const other = await somebody({ choices: { deal: { app: true, mail: 'at-once' } } })
  await tell(id, 'support-requested', 'Not wanted')
  await tell(other.id, 'objection-raised', 'Too dear')

  await until(() => mailsTo(other.email).length).toBe(1)
  expect(mailsTo(email)).toEqual([])
  expect(await running.database.db.mailItem.count({ where: { userId: id } })).toBe(0)
})

it('a digest is one mail at the hour that was chosen, without what was read meanwhile', async () => {
  const { db } = running.database
  const { id, email } = await somebody({ timeZone: 'Asia/Taipei', digestHours: [7] })
  for (const subject of ['One', 'Two', 'Three']) await tell(id, 'objection-raised', subject)
  const items = () => db.mailItem.findMany({ where: { userId: id } })
  await until(async () => (await items()).filter(({ dueAt }) => dueAt).length).toBe(3)
  const [item] = await items()
  expect(item?.dueAt?.toISOString().slice(11)).toBe('23:00:00.000Z')
  expect(mailsTo(email)).toEqual([])

  await db.notification.updateMany({ where: { userId: id, subject: 'Two' }, data: { readAt: new Date() } })
  await db.mailItem.updateMany({ where: { userId: id }, data: { dueAt: new Date() } })
  await until(() => mailsTo(email).length).toBe(1)
  expect(mailsTo(email)[0]?.subject).toBe('Digest: 2 notifications')
  expect(mailsTo(email)[0]?.text).toMatch(/One\r?\n.*Three/)
  expect(mailsTo(email)[0]?.text).not.toContain('Two')
})

it('a flood comes as few mails, the last of which holds all that waited', async () => {
  const { db } = running.database
  const { id, email } = await somebody()
  for (let mails = 1; mails <= 3; mails++) {
    await tell(id, 'support-requested', `Request ${mails}`)
    await until(() => mailsTo(email).length).toBe(mails)
  }
  for (let n = 0; n < 20; n++) await tell(id, 'support-requested', `More ${n}`)
  await until(() => db.mailItem.count({ where: { userId: id, dueAt: { not: null }, mailId: null } })).toBe(20)
  expect(mailsTo(email)).toHaveLength(3)

  await db.mail.updateMany({ where: { userId: id }, data: { createdAt: new Date(Date.now() - 11 * 60_000) } })
  await until(() => mailsTo(email).length).toBe(4)
  expect(mailsTo(email)[3]?.subject).toBe('20 notifications')
})

it('a mail outlasts a mail server that is away, and comes once', async () => {
  const { id, email } = await somebody()
  await server.goAway()
  await tell(id, 'support-requested', 'While away')
  await until(async () => (await running.database.db.mail.findFirst({ where: { userId: id } }))?.reason).toMatch(
    /ECONN/,
  )
  await server.comeBack()

  await until(() => mailsTo(email).length).toBe(1)
  await until(async () => (await mailOf(id)).sentAt).not.toBeNull()
  expect(await mailOf(id)).toMatchObject({ nextAt: null, reason: null })
  expect(mailsTo(email)).toHaveLength(1)
})

it('a mail that the server puts off for too long is given up, and says why', async () => {
  server.answers({ code: 451, message: 'Try again later' })
  const { id } = await somebody()
  await tell(id, 'support-requested', 'Put off')

  await until(
    async () => (await running.database.db.mail.findFirst({ where: { userId: id } }))?.givenUpAt,
  ).toBeInstanceOf(Date)
  expect(await mailOf(id)).toMatchObject({
    attempts: 4,
    nextAt: null,
    reason: expect.stringContaining('Try again later'),
  })
})

it('an address that the server refuses is not tried again', async () => {
  server.answers({ code: 550, message: 'No such mailbox' })
  const { id } = await somebody()
  await tell(id, 'support-requested', 'Nobody there')

  await until(
    async () => (await running.database.db.mail.findFirst({ where: { userId: id } }))?.givenUpAt,
  ).toBeInstanceOf(Date)
  expect(await mailOf(id)).toMatchObject({ attempts: 1, reason: expect.stringContaining('No such mailbox') })
})

it('without a mail server nothing waits to be mailed, and what waited is let go', async () => {
  const { db } = running.database
  const { id } = await somebody()
  await tell(id, 'objection-raised', 'For the digest')
  await announceMail(db, undefined, new Date())
  await tell(id, 'support-requested', 'No mail server')

  expect(await db.mailItem.count({ where: { userId: id } })).toBe(0)
})
