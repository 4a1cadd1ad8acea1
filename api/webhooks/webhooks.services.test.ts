import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { NoticeKind } from '#engine'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import { aWebReceiver, type WebReceiver } from '../../tests/support/web-receiver.ts'
import { startRounds } from '../../workflows/start-rounds.ts'
import { addWebhook } from './webhooks.ts'

let api: RunningApi
let ops: Person
let admin: Person
let receiver: WebReceiver
beforeAll(async () => {
  receiver = await aWebReceiver()
  const settings = { mayBePrivate: true, retryAfterMs: [200, 200, 200], disableAfterMs: 3_600_000 }
  api = await runningApi({ webhooks: settings })
  ops = await api.signedIn('ops')
  admin = await api.signedIn('admin')
  const { client, environment } = api.running
  await startRounds(client, 'deliverNotices', environment.KEYNODE_TASK_QUEUE ?? '', { everyMs: 100 })
})
afterAll(async () => {
  receiver?.stop()
  await api?.stop()
})
beforeEach(async () => {
  await api.deps.db.webhook.deleteMany()
  receiver.received.length = 0
  receiver.answers(204)
})

const until = (what: () => unknown) => expect.poll(what, { timeout: 20_000, interval: 50 })
const add = async (topics = ['asked']): Promise<{ id: string; secret: string }> =>
  (await ops.post('/webhooks', { url: `${receiver.url}/keynode`, topics })).body
const logOf = async (id: string) => (await ops.get(`/webhooks/${id}/deliveries`)).body.items

/** One thing that happened, of which so many people are told. */
async function tell(kind: NoticeKind, subject: string, people = [ops.id]) {
  const notice = { segmentId: api.segment, kind, subject, createdAt: new Date() }
  await api.deps.db.notification.createMany({ data: people.map((userId) => ({ id: randomUUID(), userId, ...notice })) })
}

it('what happens is sent once, signed so that anybody with the secret can verify it', async () => {
  const { id, secret } = await add()
  await tell('support-requested', 'Legal review', [ops.id, admin.id])
  await tell('objection-raised', 'Of a kind that it does not want')

  await until(async () => (await logOf(id))[0]?.status).toBe(204)
  const [message] = receiver.received
  const verified = new Webhook(secret).verify(message?.body ?? '', message?.headers as Record<string, string>)
  expect(verified).toMatchObject({
    type: 'support-requested',
    data: {
      sentence: 'Support requested: Legal review',
      segment: { id: api.segment },
      people: expect.arrayContaining([
        { id: ops.id, name: 'A ops' },
        { id: admin.id, name: 'A admin' },
      ]),
      link: `https://keynode.example.com/segments/${api.segment}`,
    },
  })
  expect(() =>
    new Webhook('whsec_c29tZWJvZHkgZWxzZQ==').verify(message?.body ?? '', message?.headers as never),
  ).toThrow()
  expect(receiver.received).toHaveLength(1)
  expect(await logOf(id)).toHaveLength(1)
})

it('a secret is given once, and the one before signs beside a new one', async () => {
  const { id, secret } = await add()
  expect(JSON.stringify((await ops.get('/webhooks')).body)).not.toContain('whsec_')
  const { body: renewed } = await ops.post(`/webhooks/${id}/secret`)
  await ops.post(`/webhooks/${id}/test`)

  await until(() => receiver.received.length).toBe(1)
  const [message] = receiver.received
  for (const one of [secret, renewed.secret])
    expect(new Webhook(one).verify(message?.body ?? '', message?.headers as never)).toMatchObject({ type: 'test' })

  await api.deps.db.webhook.update({ where: { id }, data: { oldSecretUntil: new Date() } })
  await ops.post(`/webhooks/${id}/test`)
  await until(() => receiver.received.length).toBe(2)
  const later = receiver.received[1]
  expect(() => new Webhook(secret).verify(later?.body ?? '', later?.headers as never)).toThrow()
})

it('what an address does not take is tried again with the same id, and its answer stands in the record', async () => {
  receiver.answers(503)
  const { id } = await add()
  await tell('support-requested', 'Try again')
  await until(async () => (await logOf(id))[0]?.status).toBe(503)
  expect((await ops.get('/webhooks')).body.items[0].failingSince).not.toBeNull()
  receiver.answers(200)

  await until(async () => (await logOf(id))[0]?.deliveredAt ?? null).not.toBeNull()
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect((await ops.get('/webhooks')).body.items[0].failingSince).toBeNull()
})

it('a message that is never taken is given up', async () => {
  receiver.answers(500)
  const { id } = await add()
  await tell('support-requested', 'In vain')

  await until(async () => (await logOf(id))[0]?.givenUpAt ?? null).not.toBeNull()
  expect((await logOf(id))[0]).toMatchObject({ attempts: 4, status: 500, nextAt: null })
})

it('a message is sent again by hand, with the id that it had, whether it was given up or has arrived', async () => {
  receiver.answers(500)
  const { id, secret } = await add()
  await tell('support-requested', 'Lost at first')
  await until(async () => (await logOf(id))[0]?.givenUpAt ?? null).not.toBeNull()
  receiver.answers(204)
  receiver.received.length = 0
  const [{ id: message }] = await logOf(id)
  const sendAgain = () => ops.post(`/webhooks/${id}/deliveries/${message}/again`)

  for (const times of [1, 2]) {
    expect((await sendAgain()).status).toBe(201)
    await until(() => receiver.received.length).toBe(times)
    await until(async () => (await logOf(id))[0]?.deliveredAt ?? null).not.toBeNull()
  }
  for (const { body, headers } of receiver.received) {
    expect(headers['webhook-id']).toBe(message)
    expect(new Webhook(secret).verify(body, headers as never)).toMatchObject({ data: { subject: 'Lost at first' } })
  }
  expect((await logOf(id))[0]).toMatchObject({ attempts: 1, givenUpAt: null, status: 204 })

  expect((await ops.post(`/webhooks/${id}/deliveries/none/again`)).body.code).toBe('DELIVERY_NOT_FOUND')
  await ops.put(`/webhooks/${id}`, { url: `${receiver.url}/keynode`, topics: ['asked'], active: false })
  expect((await sendAgain()).body.code).toBe('WEBHOOK_INACTIVE')
})

it('a redirect is not followed', async () => {
  receiver.answers(302, `${receiver.url}/elsewhere`)
  const { id } = await add()
  await tell('support-requested', 'Elsewhere')

  await until(async () => (await logOf(id))[0]?.status).toBe(302)
  expect(receiver.received.every(({ path }) => path === '/keynode')).toBe(true)
})

it('an address that fails for long is disabled, and whoever can mend it is told', async () => {
  receiver.answers(500)
  const { id } = await add()
  const hourAgo = new Date(Date.now() - 3_600_001)
  await api.deps.db.webhook.update({ where: { id }, data: { failingSince: hourAgo } })
  await tell('support-requested', 'Too long')

  await until(async () => (await ops.get('/webhooks')).body.items[0].active).toBe(false)
  const [webhook] = (await ops.get('/webhooks')).body.items
  expect(webhook.disabledAt).not.toBeNull()
  for (const person of [ops, admin])
    expect((await person.get('/notifications')).body.items[0]).toMatchObject({
      kind: 'webhook-disabled',
      subject: new URL(receiver.url).host,
    })
  await tell('support-requested', 'Not queued')
  expect(await api.deps.db.webhookDelivery.count({ where: { payload: null } })).toBe(0)

  receiver.answers(204)
  const { url, topics } = webhook
  await ops.put(`/webhooks/${id}`, { url, topics, active: true })
  await ops.post(`/webhooks/${id}/test`)
  await until(async () => (await logOf(id))[0]?.status).toBe(204)
})

it('an address that says that it is gone is disabled at once', async () => {
  receiver.answers(410)
  await add()
  await tell('support-requested', 'Gone')
  await until(async () => (await ops.get('/webhooks')).body.items[0].active).toBe(false)
})

it.each(['http://example.com/', 'https://127.0.0.1/', 'https://db.internal/'])(
  'unless it is permitted, %s is refused at once',
  async (url) => {
    const deps = { ...api.deps, privateWebhooks: false }
    const actor = (await ops.get('/me')).body
    await expect(addWebhook(deps, actor, { url, topics: ['asked'] })).rejects.toMatchObject({
      code: 'WEBHOOK_ADDRESS_REFUSED',
    })
  },
)

it('an address that is removed goes with its record', async () => {
  const { id } = await add()
  await ops.post(`/webhooks/${id}/test`)
  expect((await ops.ask('DELETE', `/webhooks/${id}`, { key: randomUUID() })).status).toBe(200)
  expect((await ops.get(`/webhooks/${id}/deliveries`)).body.code).toBe('WEBHOOK_NOT_FOUND')
})
