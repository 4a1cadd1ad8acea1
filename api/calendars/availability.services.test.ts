import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { afterWorkingTime } from '../../engine/calendar/working-time.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

const calendar = {
  timeZone: 'Europe/Vienna',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  closedOn: [],
  country: 'AT',
}
const legal = '/departments/legal/availability'
const hourMs = 3_600_000
const inDays = (days: number) => new Date(Date.now() + days * 24 * hourMs).toISOString()

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
  // A worker reads calendars twice a minute: it is set before the first deal.
  const { status } = await manager.put(legal, { calendar, capacities: { [ann.id]: 1 } })
  expect(status).toBe(200)
})
afterAll(() => api?.stop())

/** The request that a new deal of the rep's makes to legal. */
async function aRequest() {
  const { body } = await rep.post('/deals', { segmentId: api.segment, name: `Press line ${randomUUID()}` })
  await rep.post(`/deals/${body.id}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString() },
    observations: [
      { fact: 'element.inquiry', value: true },
      { fact: 'element.budget', value: 90000 },
      { fact: 'attribute.amount', value: 90000 },
    ],
  })
  return api.running.database.db.supportRequest.findFirstOrThrow({ where: { dealId: body.id } })
}

test('support is due in working hours, goes to nobody who is away or full, and waits in the queue where nobody can take it', async () => {
  const away = await ben.post('/absences', { userId: ben.id, from: inDays(-1), until: inDays(1), delegateId: ann.id })
  expect(away.status).toBe(201)

  const first = await aRequest()
  expect(first.ownerId).toBe(ann.id)
  const { hours, timeZone } = calendar
  const latest = first.openedAt.toISOString()
  // On a holiday it is due later than the plain week says, never earlier.
  expect(first.dueAt?.toISOString() ?? '').toSatisfy(
    (due: string) => due >= afterWorkingTime({ hours, timeZone, closedOn: [] }, latest, 8 * hourMs),
  )

  const second = await aRequest()
  expect(second.ownerId).toBeNull()
  expect((await manager.get('/notifications')).body.items).toContainEqual(
    expect.objectContaining({ kind: 'support-unassigned', dealId: second.dealId }),
  )

  expect((await ann.get(legal)).body).toMatchObject({
    department: { id: 'legal', name: 'Legal' },
    calendar,
    members: expect.arrayContaining([
      { id: ann.id, name: 'A resource-owner', capacity: 1, load: 1, absences: [] },
      expect.objectContaining({
        id: ben.id,
        capacity: null,
        absences: [expect.objectContaining({ id: away.body.id })],
      }),
    ]),
  })

  await ben.ask('DELETE', `/absences/${away.body.id}`)
  expect((await aRequest()).ownerId).toBe(ben.id)
})

test('who stands in takes over what the absent colleague has', async () => {
  const { dealId, id, ownerId } = await aRequest()
  expect(ownerId).toBe(ben.id)
  const handOver = () => ann.post(`/deals/${dealId}/support-requests/${id}/hand-over`, { to: ann.id })
  expect((await handOver()).body.code).toBe('SUPPORT_REQUEST_HELD')
  await ben.post('/absences', { userId: ben.id, from: inDays(-1), until: inDays(1), delegateId: ann.id })
  expect((await handOver()).status).toBe(201)
})

test('a capacity outlasts a change of its user', async () => {
  const admin = await api.signedIn('admin')
  const change = { name: 'Ann', role: 'resource-owner', departments: ['legal'] }
  expect((await admin.put(`/users/${ann.id}`, change)).status).toBe(200)
  const { members } = (await ann.get(legal)).body
  expect(members).toContainEqual(expect.objectContaining({ id: ann.id, name: 'Ann', capacity: 1 }))
})

test('what no calendar, no absence can be is refused, and nothing of it kept', async () => {
  const codeOf = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body.code
  expect(await codeOf(manager.put(legal, { calendar: { ...calendar, country: 'ZZ' } }))).toBe('HOLIDAYS_UNKNOWN')
  expect(await codeOf(manager.put(legal, { calendar: { ...calendar, timeZone: 'Mars' } }))).toBe('REQUEST_INVALID')
  expect(await codeOf(manager.put('/departments/none/availability', { calendar }))).toBe('DEPARTMENT_NOT_FOUND')
  expect(await codeOf(rep.get(legal))).toBe('NOT_ALLOWED')
  const absence = { userId: ann.id, from: inDays(1), until: inDays(2) }
  expect(await codeOf(ann.post('/absences', { ...absence, until: inDays(0) }))).toBe('REQUEST_INVALID')
  expect(await codeOf(ann.post('/absences', { ...absence, delegateId: rep.id }))).toBe('COLLEAGUE_NOT_IN_DEPARTMENT')
  expect(await codeOf(ben.post('/absences', absence))).toBe('NOT_ALLOWED')
  expect((await ann.get(legal)).body).toMatchObject({ calendar })
  expect((await ann.get(legal)).body.members).toContainEqual(expect.objectContaining({ id: ann.id, absences: [] }))
})
