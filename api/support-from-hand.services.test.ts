import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let ann: Person
let manager: Person
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  manager = await api.signedIn('manager')
  ann = await api.signedIn('resource-owner', ['legal'])
})
afterAll(() => api?.stop())

let deal: string
beforeEach(async () => {
  const opened = await rep.post('/deals', { segmentId: api.segment, name: `Press line ${randomUUID()}` })
  deal = `/deals/${opened.body.id}`
})

const open = async (person: Person) => (await person.get('/support-requests?pageSize=200')).body.items
const requestTo = async (person: Person, name: string) => {
  const row = (await open(person)).find((one: { name: string; dealId: string }) => one.name === name)
  return `/deals/${row.dealId}/support-requests/${row.id}`
}

test('a department that a rep asks from hand answers, and its hours are kept by deal and department', async () => {
  const name = `A look at the terms ${randomUUID()}`
  const due = new Date(Date.now() + 86_400_000).toISOString()
  const of = { kind: 'department', department: 'legal' }
  expect((await rep.post(`${deal}/support-requests`, { name, details: 'Page 12', due, of })).status).toBe(201)
  const asked = await requestTo(ann, name)
  expect((await ann.get(asked)).body).toMatchObject({
    askedBy: { kind: 'person', name: 'A rep' },
    details: 'Page 12',
    mayAnswer: true,
    request: { owner: { id: ann.id }, dueAt: due },
  })
  await ann.post(`${asked}/answer`, { verdict: 'answered', note: 'Strike page 12', hours: 1.25 })
  const page = (await rep.get(deal)).body
  expect(page.supportHours).toEqual({ total: 1.25, departments: [{ department: 'legal', hours: 1.25 }] })
  expect(page.departments).toEqual({ legal: 'Legal' })
  expect(page.deal.supportHours).toBe(1.25)
  const { items } = (await manager.get('/deals?pageSize=200')).body
  expect(items.find((one: { id: string }) => one.id === page.deal.id).supportHours).toBe(1.25)
})

test('hours are a decimal of at most a thousand', async () => {
  const name = randomUUID()
  await rep.post(`${deal}/support-requests`, { name, of: { kind: 'department', department: 'legal' } })
  const asked = await requestTo(ann, name)
  for (const hours of [-1, 1000.5, 0.001])
    expect((await ann.post(`${asked}/answer`, { verdict: 'answered', hours })).body.code).toBe('REQUEST_INVALID')
})

test('a manager who is asked for company finds the visit in the queue, proposes another time and says what came of it', async () => {
  const name = `Meet the board ${randomUUID()}`
  const visit = { at: '2030-03-04T09:00:00.000Z', meet: 'The board' }
  const of = { kind: 'manager', manager: manager.id, visit }
  expect((await rep.get('/managers')).body.items).toContainEqual({ id: manager.id, name: 'A manager' })
  await rep.post(`${deal}/support-requests`, { name, of })
  expect((await manager.get('/notifications')).body.items).toContainEqual(
    expect.objectContaining({ kind: 'company-requested', subject: name }),
  )
  const asked = await requestTo(manager, name)
  expect((await manager.get(asked)).body).toMatchObject({ visit, mayAnswer: true, request: { acceptedAt: null } })
  expect((await ann.get(asked)).body.code).toBe('SUPPORT_REQUEST_NOT_FOUND')

  const visitAt = '2030-03-05T09:00:00.000Z'
  await manager.post(`${asked}/ask-back`, { question: 'A day later?', visitAt })
  await rep.post(`${asked}/answer-question`, { answer: 'They agree', visitAt })
  expect((await manager.get(asked)).body.visit).toEqual({ ...visit, at: visitAt })
  await manager.post(`${asked}/answer`, { verdict: 'answered', note: 'They want it by May', hours: 6 })
  expect((await rep.get('/notifications')).body.items).toContainEqual(
    expect.objectContaining({ kind: 'support-answered', subject: name }),
  )
})

test('another manager does not take what was asked of one; it can be handed over, to managers only', async () => {
  const name = randomUUID()
  await rep.post(`${deal}/support-requests`, { name, of: { kind: 'manager', manager: manager.id } })
  const asked = await requestTo(manager, name)
  const other = await api.signedIn('manager')
  expect((await other.post(`${asked}/accept`)).body.code).toBe('SUPPORT_REQUEST_HELD')
  expect((await manager.post(`${asked}/hand-over`, { to: ann.id })).body.code).toBe('COLLEAGUE_NOT_IN_DEPARTMENT')
  expect((await manager.post(`${asked}/hand-over`, { to: other.id })).status).toBe(201)
  expect((await other.post(`${asked}/accept`)).status).toBe(201)
})

test('support is asked of departments and managers that there are', async () => {
  const ask = async (of: object) => (await rep.post(`${deal}/support-requests`, { name: 'Help', of })).body.code
  expect(await ask({ kind: 'department', department: 'gardening' })).toBe('DEPARTMENT_NOT_FOUND')
  expect(await ask({ kind: 'manager', manager: ann.id })).toBe('USER_NOT_FOUND')
  expect(await ask({ kind: 'manager', manager: manager.id, visit: { at: 'tomorrow', meet: '' } })).toBe(
    'REQUEST_INVALID',
  )
})

test('a department locks a deal that asks it: the purchase stands, its owner knows, and a manager may unlock it', async () => {
  await rep.post(`${deal}/support-requests`, { name: 'Sanctions', of: { kind: 'department', department: 'legal' } })
  expect((await ann.post(`${deal}/locks`, { department: 'legal', reason: 'Sanctions check' })).status).toBe(201)
  await rep.post(`${deal}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString() },
    observations: [{ fact: 'element.inquiry', value: true }],
  })
  const { state, whyNotYet, people } = (await rep.get(deal)).body
  expect(state.stages.need.status).toBe('open')
  expect(state.locks.legal).toMatchObject({ by: ann.id, reason: 'Sanctions check' })
  expect(people[ann.id]).toBe('A resource-owner')
  expect(whyNotYet[0].locks).toEqual(['legal'])
  expect((await rep.post(`${deal}/close`, { outcome: 'won', reason: 'Signed' })).body.code).toBe('DEAL_LOCKED')
  expect((await rep.get('/notifications')).body.items).toContainEqual(expect.objectContaining({ kind: 'deal-locked' }))

  expect((await manager.post(`${deal}/locks/legal/release`, { note: 'Cleared' })).status).toBe(201)
  expect((await rep.get(deal)).body.state.stages.need.status).toBe('completed')
})

test('a deal is locked and unlocked for one’s own department', async () => {
  await rep.post(`${deal}/support-requests`, { name: 'Terms', of: { kind: 'department', department: 'legal' } })
  await api.running.database.db.department.upsert({
    where: { id: 'finance' },
    create: { id: 'finance', name: 'Finance' },
    update: {},
  })
  const reason = 'Credit limit'
  expect((await ann.post(`${deal}/locks`, { department: 'finance', reason })).body.code).toBe('LOCK_NOT_YOURS')
  expect((await manager.post(`${deal}/locks`, { department: 'finance', reason })).status).toBe(201)
  expect((await ann.post(`${deal}/locks/finance/release`)).body.code).toBe('LOCK_NOT_YOURS')
  const stranger = await api.signedIn('resource-owner', ['finance'])
  const another = (await rep.post('/deals', { segmentId: api.segment, name: randomUUID() })).body.id
  expect((await stranger.post(`/deals/${another}/locks`, { department: 'finance', reason })).body.code).toBe(
    'DEAL_NOT_FOUND',
  )
})
