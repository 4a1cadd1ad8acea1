import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let ops: Person
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  ops = await api.signedIn('ops')
})
afterAll(() => api?.stop())

const aVisit = (note: string) => ({ interaction: { kind: 'visit', at: '2026-03-02T09:00:00.000Z', note } })
const open = async (by: Person, key?: string) => by.post('/deals', { segmentId: api.segment, name: 'Press line' }, key)

test('a write that is asked again with its key gives its first answer, and counts once', async () => {
  const deal = (await open(rep)).body.id
  const first = await rep.post(`/deals/${deal}/interactions`, aVisit('Hello'), 'visit-1')
  const again = await rep.post(`/deals/${deal}/interactions`, aVisit('Hello'), 'visit-1')
  expect([again.status, again.body]).toEqual([first.status, first.body])
  expect((await rep.get(`/deals/${deal}`)).body.state).toMatchObject({ seq: 2, effort: 1 })
})

test('a key that comes back with another request is refused', async () => {
  const deal = (await open(rep)).body.id
  await rep.post(`/deals/${deal}/interactions`, aVisit('Hello'), 'visit-2')
  const other = await rep.post(`/deals/${deal}/interactions`, aVisit('Something else'), 'visit-2')
  expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
})

test('the same write, sent many times at once with one key, counts once', async () => {
  const [key, name] = [randomUUID(), randomUUID()]
  const ask = () => rep.post('/deals', { segmentId: api.segment, name }, key)
  const answers = await Promise.all(Array.from({ length: 8 }, ask))
  const refused = answers.filter(({ status }) => status !== 201)
  expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['REQUEST_IN_PROGRESS']))
  const { id } = (await ask()).body
  expect((await rep.get(`/deals?search=${name}`)).body.items.map((deal: { id: string }) => deal.id)).toEqual([id])
})

test('two people who use the same key both count', async () => {
  const deal = (await open(rep)).body.id
  const manager = await api.signedIn('manager')
  await rep.post(`/deals/${deal}/interactions`, aVisit('By the rep'), 'monday')
  await manager.post(`/deals/${deal}/interactions`, aVisit('By the manager'), 'monday')
  expect((await rep.get(`/deals/${deal}`)).body.state.effort).toBe(2)
})

test('what was refused may be asked again with its key', async () => {
  const segmentId = (await ops.post('/segments', { name: randomUUID() })).body.id
  const ask = () => rep.post('/deals', { segmentId, name: 'Early' }, 'early')
  expect((await ask()).body.code).toBe('MODEL_NOT_PUBLISHED')
  await ops.put(`/segments/${segmentId}/model`, { model: smallPurchase, revision: 1 })
  await ops.post(`/segments/${segmentId}/model/publish`, { revision: 2 })
  expect((await ask()).status).toBe(201)
})

test.each([
  ['long ago', -3_600_000],
  ['before the clock was set back', 3_600_000],
])('a write that was cut off %s is taken up by one of those who ask again, and counts once', async (_, ms) => {
  const name = randomUUID()
  const ask = () => rep.post('/deals', { segmentId: api.segment, name }, name)
  const { id } = (await ask()).body
  const createdAt = new Date(Date.now() + ms)
  const row = { where: { userId_key: { userId: rep.id, key: name } } }
  await api.running.database.db.idempotencyKey.update({ ...row, data: { status: null, createdAt } })
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(answers.flatMap(({ status, body }) => (status === 201 ? [body.id] : []))).toContain(id)
  expect((await rep.get(`/deals?search=${name}`)).body.total).toBe(1)
})

test('a drawing that is published twice is one version', async () => {
  const segment = (await ops.post('/segments', { name: randomUUID() })).body.id
  await ops.put(`/segments/${segment}/model`, { model: smallPurchase, revision: 1 })
  const publish = () => ops.post(`/segments/${segment}/model/publish`, { revision: 2 })
  const numbers = (await Promise.all([publish(), publish(), publish()])).map(({ body }) => body.number)
  expect(numbers).toEqual([1, 1, 1])
})
