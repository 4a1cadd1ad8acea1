import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import type { RequestRow } from './contract.ts'

const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()
/** Works day and night, so that an hour is an hour whenever the test runs. */
const always = {
  timeZone: 'UTC',
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  closedOn: [],
}

let api: RunningApi
let rep: Person
let manager: Person
let ann: Person
let ben: Person
beforeAll(async () => {
  api = await runningApi()
  const { db } = api.running.database
  await db.department.create({ data: { id: 'finance', name: 'Finance' } })
  rep = await api.signedIn('rep')
  manager = await api.signedIn('manager')
  ann = await api.signedIn('resource-owner', ['legal'])
  for (const [deal, name, department, due] of [
    ['Press', 'Warranty', 'legal', inHours(9)],
    ['Lathe', 'Terms', 'legal', inHours(5)],
    ['Crane', 'Liability', 'legal', undefined],
    ['Crane', 'Credit', 'finance', inHours(2)],
  ] as const) {
    const { body } = await rep.post('/deals', { segmentId: api.segment, name: deal })
    const asked = { name, of: { kind: 'department', department }, ...(due && { due }) }
    expect((await rep.post(`/deals/${body.id}/support-requests`, asked)).status).toBe(201)
  }
  ben = await api.signedIn('resource-owner', ['legal'])
})
afterAll(() => api?.stop())

const listed = async (query = '', by = ann): Promise<RequestRow[]> =>
  (await by.get(`/support-requests${query}`)).body.items
const names = async (query = '', by = ann) => (await listed(query, by)).map(({ name }) => name)
const step = async (name: string, path: string, body: object, by: Person) => {
  const row = (await listed('', manager)).find((one) => one.name === name)
  return by.post(`/deals/${row?.dealId}/support-requests/${row?.id}/${path}`, body)
}

test('a department sees its requests by due time, and turns that round or sorts by what is asked and for whose purchase', async () => {
  expect(await names()).toEqual(['Terms', 'Warranty', 'Liability'])
  expect(await names('?direction=down')).toEqual(['Warranty', 'Terms', 'Liability'])
  expect(await names('?order=name')).toEqual(['Liability', 'Terms', 'Warranty'])
  expect(await names('?order=deal&direction=down')).toEqual(['Warranty', 'Terms', 'Liability'])
  expect(await names('?order=opened&direction=up&pageSize=1&page=2')).toEqual(['Terms'])
  expect((await ann.get('/support-requests?order=size')).status).toBe(400)
})

test('requests are found by department, by who has them or that nobody does, and by how they stand', async () => {
  expect(await names('?department=finance', manager)).toEqual(['Credit'])
  expect(await names('?department=finance')).toEqual([])
  expect(await names('?owner=nobody', manager)).toEqual(['Credit'])
  expect(await names(`?owner=${ann.id}`)).toEqual(['Terms', 'Warranty', 'Liability'])
  await step('Warranty', 'ask-back', { question: 'Which law?' }, ann)
  expect(await names('?only=asked-back')).toEqual(['Warranty'])
  await api.running.database.db.supportRequest.updateMany({ data: { dueAt: inHours(-3) } })
  expect(await names('?only=overdue')).toEqual(['Terms', 'Liability'])
})

test('what is saved as a table is what was filtered, in its order', async () => {
  const { bytes } = await manager.download('/exports/support-requests?department=legal&order=name&direction=down')
  const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['Warranty', 'Terms', 'Liability'])
})

test('a department that keeps working hours is told how many are left, or over, and none while the clock stands', async () => {
  const left = async () => Object.fromEntries((await listed()).map(({ name, workLeft }) => [name, workLeft]))
  expect((await left()).Terms).toBeNull()
  expect((await manager.put('/departments/legal/availability', { calendar: always })).status).toBe(200)
  const { Terms, Warranty } = await left()
  expect(Math.round((Terms ?? 0) / hour)).toBe(-3)
  expect(Warranty).toBeNull()
})

test('who leads a department hands over what a colleague has; another colleague does not, and is not offered to', async () => {
  const offered = async (by: Person) => (await listed('?order=name', by)).map(({ mayHandOver }) => mayHandOver)
  expect(await offered(ann)).toEqual([true, true, true])
  expect(await offered(ben)).toEqual([false, false, false])
  expect((await step('Terms', 'hand-over', { to: ben.id }, ben)).body.code).toBe('SUPPORT_REQUEST_HELD')
  const where = { departmentId: 'legal', userId: ben.id }
  await api.running.database.db.departmentMember.updateMany({ where, data: { lead: true } })
  expect(await offered(ben)).toEqual([true, true, true])
  expect((await step('Terms', 'hand-over', { to: ben.id }, ben)).status).toBe(201)
  expect(await names(`?owner=${ben.id}`)).toEqual(['Terms'])
})
