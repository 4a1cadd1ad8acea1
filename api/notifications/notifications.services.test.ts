import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { NoticeKind } from '#engine'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import { forgetOldMails } from './undelivered.ts'

let api: RunningApi
let rep: Person
let admin: Person
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  admin = await api.signedIn('admin')
})
afterAll(() => api?.stop())

const tell = (userId: string, kind: NoticeKind, createdAt = new Date()) =>
  api.deps.db.notification.create({
    data: { id: randomUUID(), userId, segmentId: api.segment, kind, subject: 'Legal', createdAt },
  })
const aMail = (data: { sentAt?: Date; givenUpAt?: Date; reason?: string; createdAt?: Date }) =>
  api.deps.db.mail.create({
    data: { id: randomUUID(), userId: rep.id, isDigest: false, createdAt: new Date(), attempts: 12, ...data },
  })

it('who has chosen nothing is told at once of what waits for them, and of the rest in a digest', async () => {
  const { body } = await rep.get('/me/notifications')
  expect(body).toMatchObject({ digestHours: [8], mailIsSetUp: false })
  expect(body.choices.asked).toEqual({ app: true, mail: 'at-once' })
  expect(body.choices.deal).toEqual({ app: true, mail: 'digest' })
})

it('choices are each person’s own, and kept', async () => {
  const { choices } = (await rep.get('/me/notifications')).body
  const changed = { choices: { ...choices, late: { app: true, mail: 'never' } }, digestHours: [17, 8, 17] }
  expect((await rep.put('/me/notifications', changed)).status).toBe(200)

  const { body } = await rep.get('/me/notifications')
  expect([body.choices.late.mail, body.digestHours]).toEqual(['never', [8, 17]])
  expect((await admin.get('/me/notifications')).body.choices.late.mail).toBe('digest')
})

it('choices that leave out a kind, or name an hour that no day has, are refused', async () => {
  const { choices } = (await rep.get('/me/notifications')).body
  const { late: _, ...some } = choices
  expect((await rep.put('/me/notifications', { choices: some, digestHours: [8] })).status).toBe(400)
  expect((await rep.put('/me/notifications', { choices, digestHours: [24] })).status).toBe(400)
  expect((await rep.put('/me/locale', { language: 'en', timeZone: 'Nowhere/None' })).status).toBe(400)
})

it('digests keep the hours of the place where their person reads', async () => {
  expect((await rep.put('/me/locale', { language: 'zh-Hant', timeZone: 'Asia/Taipei' })).status).toBe(200)
  expect((await rep.get('/me/notifications')).body.timeZone).toBe('Asia/Taipei')
})

it('a kind that somebody does not want in the product is neither shown nor counted, nor marked as read', async () => {
  const person = await api.signedIn('rep')
  await tell(person.id, 'model-moved')
  await tell(person.id, 'support-requested')
  const { choices } = (await person.get('/me/notifications')).body
  await person.put('/me/notifications', {
    choices: { ...choices, model: { app: false, mail: 'digest' } },
    digestHours: [8],
  })

  const { body } = await person.get('/notifications')
  expect([body.unread, body.items.map(({ kind }: { kind: string }) => kind)]).toEqual([1, ['support-requested']])
  expect((await person.post('/notifications/read')).body.read).toBe(1)
})

it('an admin sees which mails did not arrive and why, and has one tried again', async () => {
  await aMail({ sentAt: new Date() })
  const { id } = await aMail({ givenUpAt: new Date(), reason: '550 No such mailbox' })
  const { body } = await admin.get('/mails/undelivered')
  expect(body.items).toMatchObject([
    { id, to: { id: rep.id }, attempts: 12, nextAt: null, reason: '550 No such mailbox' },
  ])

  expect((await admin.post(`/mails/${id}/retry`)).status).toBe(201)
  expect((await api.deps.db.mail.findUniqueOrThrow({ where: { id } })).nextAt).not.toBeNull()
  expect((await admin.post('/mails/none/retry')).body.code).toBe('MAIL_NOT_FOUND')
})

it('mails that are done with are forgotten after a month', async () => {
  const old = new Date(Date.now() - 31 * 24 * 3_600_000)
  const { id } = await aMail({ sentAt: old, createdAt: old })
  await forgetOldMails(api.deps)
  expect(await api.deps.db.mail.count({ where: { id } })).toBe(0)
})
