import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { departmentLoad } from '#engine'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import type { SupportLoad } from './contract.ts'

let api: RunningApi
let rep: Person
let manager: Person
let ann: Person
let ben: Person
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  manager = await api.signedIn('manager')
  ann = await api.signedIn('resource-owner', ['legal'])
  ben = await api.signedIn('resource-owner', ['legal'])
  const capacities = { [ann.id]: 5, [ben.id]: 1 }
  expect((await manager.put('/departments/legal/availability', { calendar: null, capacities })).status).toBe(200)
})
afterAll(() => api?.stop())

/** A deal whose stage asks legal. */
async function asking() {
  const { body } = await rep.post('/deals', { segmentId: api.segment, name: `Press line ${randomUUID()}` })
  await rep.post(`/deals/${body.id}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString() },
    observations: [
      { fact: 'element.inquiry', value: true },
      { fact: 'element.budget', value: 90000 },
      { fact: 'attribute.amount', value: 90000 },
    ],
  })
}

async function legal() {
  const answer = await manager.get('/support-load?timeZone=Europe/Vienna')
  const body: SupportLoad = answer.body
  const one = body.departments.find(({ department }) => department.id === 'legal')
  if (!one) throw new Error('no load of legal')
  return { ...one, load: departmentLoad(one.standing, body.weeks) }
}

const openOf = ({ load }: Awaited<ReturnType<typeof legal>>, { id }: Person) =>
  load.people.find((person) => person.id === id)?.open

test('the board counts what is open with whom, from which stage and due when, and what nobody has room for', async () => {
  for (let n = 0; n < 4; n++) await asking()
  const before = await legal()
  expect(before.load).toMatchObject({ open: 4, overdue: 0, waiting: 0 })
  expect([openOf(before, ann), openOf(before, ben)]).toEqual([3, 1])
  expect(before.load.room).toBe(2)
  expect(before.load.stages).toHaveLength(1)
  const [stage] = before.load.stages
  expect(before.stages.find(({ id }) => id === stage?.stage)?.name).toBeTruthy()
  const dated = before.load.weeks.reduce((sum, { due }) => sum + due, 0) + before.load.later + before.load.undated
  expect(dated).toBe(4)
})

test('who is away takes no more, and what is shifted is with another', async () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const away = await manager.post('/absences', { userId: ann.id, from: inDays(-1), until: inDays(3) })
  expect((await legal()).load.room).toBe(0)
  await manager.ask('DELETE', `/absences/${away.body.id}`)
  const shift = { from: ann.id, to: ben.id, requests: 2 }
  const { body: batch, status } = await manager.post('/departments/legal/shift', shift)
  expect(status).toBe(201)
  await expect
    .poll(async () => (await manager.get(`/batches/${batch.id}`)).body.counts, { timeout: 20_000 })
    .toMatchObject({ pending: 0, done: 2 })
  const after = await legal()
  expect([openOf(after, ann), openOf(after, ben)]).toEqual([1, 3])
  const { items } = (await manager.get(`/batches/${batch.id}/rows`)).body
  expect(items[0].target.name).not.toBe(items[0].target.id)
})

test('nothing is shifted out of the department, from who has nothing, or by who may not', async () => {
  const codeOf = async (shift: object, by = manager) =>
    (await by.post('/departments/legal/shift', { requests: 1, ...shift })).body.code
  expect(await codeOf({ from: ann.id, to: rep.id })).toBe('COLLEAGUE_NOT_IN_DEPARTMENT')
  expect(await codeOf({ from: rep.id, to: ann.id })).toBe('SUPPORT_NOTHING_TO_SHIFT')
  expect(await codeOf({ from: ann.id, to: ben.id }, ben)).toBe('NOT_ALLOWED')
  expect((await manager.get('/support-load?timeZone=Mars')).body.code).toBe('REQUEST_INVALID')
})

test('a resource owner sees the load of their own departments alone', async () => {
  const elsewhere = await api.signedIn('resource-owner')
  expect((await elsewhere.get('/support-load')).body.departments).toEqual([])
  const { departments } = (await ben.get('/support-load')).body
  expect(departments.map((one: { department: { id: string } }) => one.department.id)).toEqual(['legal'])
})

test('what was answered of late is what a week can be expected to answer, once it is enough to say', async () => {
  const { items } = (await ben.get('/support-requests')).body
  const answer = async ({ dealId, id, owner }: { dealId: string; id: string; owner: { id: string } }) => {
    const by = owner.id === ben.id ? ben : ann
    const said = { verdict: 'approved', note: 'Fine' }
    expect((await by.post(`/deals/${dealId}/support-requests/${id}/answer`, said)).status).toBe(201)
  }
  const [first, ...others] = items
  await answer(first)
  expect((await legal()).standing.answeredAWeek).toBe(0)
  for (const other of others) await answer(other)
  const where = { dealId: first.dealId, id: first.id }
  const answeredAt = new Date(Date.now() - 14 * 86_400_000)
  await api.running.database.db.supportRequest.updateMany({ where, data: { answeredAt } })
  const { standing, load } = await legal()
  expect(items.length).toBe(4)
  expect(standing.answeredAWeek).toBeCloseTo(2, 3)
  expect(load.weeks.at(-1)?.answers).toBeCloseTo(2, 3)
})
