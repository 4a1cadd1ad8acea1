import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { NoticeKind } from '#engine'
import { aMailServer, type MailServer } from '../../tests/support/mail-server.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import { announceMail } from '../../workflows/mail/announce-mail.ts'
import { startRounds } from '../../workflows/start-rounds.ts'

let server: MailServer
let api: RunningApi
let rep: Person
beforeAll(async () => {
  server = await aMailServer()
  const mail = { server: server.url, from: 'Keynode <keynode@example.com>' }
  api = await runningApi({ mail })
  await announceMail(api.deps.db, mail, new Date())
  const { client, environment } = api.running
  await startRounds(client, 'deliverNotices', environment.KEYNODE_TASK_QUEUE ?? '', { everyMs: 100 })
})
afterAll(async () => {
  await api?.stop()
  await server?.goAway()
})
beforeEach(async () => {
  server.received.length = 0
  rep = await api.signedIn('rep')
})

const tell = (kind: NoticeKind) =>
  api.deps.db.notification.create({
    data: { id: randomUUID(), userId: rep.id, segmentId: api.segment, kind, subject: 'Terms', createdAt: new Date() },
  })

/** The link of the mail that a notice of this kind comes to, as a mail program reads it. */
async function linkOfMail(kind: NoticeKind): Promise<string> {
  await tell(kind)
  await expect.poll(() => server.received.length, { timeout: 20_000, interval: 50 }).toBe(1)
  const [mail] = server.received
  expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const [, path = ''] =
    /^<https:\/\/keynode\.example\.com(\/\S+)>$/.exec(mail?.headers.get('list-unsubscribe') ?? '') ?? []
  return `${api.url}${path}`
}

/** As a mail program does: a form, and no session. */
const oneClick = (link: string) =>
  fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
const choices = async () => (await rep.get('/me/notifications')).body.choices

it('one click in the mail program ends the mails of its kind and no others, without signing in', async () => {
  const link = await linkOfMail('support-requested')
  const before = await choices()
  await tell('objection-raised')
  await tell('support-asked-back')
  const answer = await oneClick(link)

  expect([answer.status, await answer.json()]).toEqual([200, { topics: ['asked'], ended: true }])
  expect(await choices()).toEqual({ ...before, asked: { app: true, mail: 'never' } })
  await expect
    .poll(() => api.deps.db.mailItem.count({ where: { userId: rep.id, mailId: null } }), { timeout: 20_000 })
    .toBe(1)
  expect((await rep.get('/notifications')).body.unread).toBe(3)
  expect((await oneClick(link)).status).toBe(200)
})

it('a filter that only follows the link ends nothing, and a browser is shown the page', async () => {
  const link = await linkOfMail('support-requested')
  const seen = await fetch(link, { headers: { accept: 'application/json' } })
  expect(await seen.json()).toEqual({ topics: ['asked'], ended: false })
  const opened = await fetch(link, { headers: { accept: 'text/html,*/*;q=0.8' }, redirect: 'manual' })
  expect([opened.status, opened.headers.get('location')]).toEqual([303, link.replace(/^.*\/api\/v1/, '')])
  expect((await choices()).asked.mail).toBe('at-once')
  expect(server.received[0]?.text).toContain(`https://keynode.example.com${opened.headers.get('location')}`)
})

it('a link that was changed, or whose person has left, ends nothing', async () => {
  const link = await linkOfMail('support-requested')
  const other = await api.signedIn('rep')
  const told = Buffer.from(JSON.stringify([other.id, ['asked']])).toString('base64url')
  const forged = link.replace(/unsubscribe\/[^.]+/, `unsubscribe/${told}`)
  for (const wrong of [forged, `${link}x`, link.replace(/\.[^.]+$/, '')]) {
    const answer = await oneClick(wrong)
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'LINK_INVALID'])
  }
  expect((await other.get('/me/notifications')).body.choices.asked.mail).toBe('at-once')

  await api.deps.db.user.delete({ where: { id: rep.id } })
  expect((await oneClick(link)).status).toBe(404)
})
