import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let ann: Person
let ben: Person
let outsider: Person
let manager: Person
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  manager = await api.signedIn('manager')
  outsider = await api.signedIn('resource-owner')
})
afterAll(() => api?.stop())

/** A deal of the rep's that has asked legal, and the address of its request. */
let asked: string
beforeEach(async () => {
  await api.running.database.db.departmentMember.deleteMany()
  const opened = await rep.post('/deals', { segmentId: api.segment, name: `Press line ${randomUUID()}` })
  await rep.post(`/deals/${opened.body.id}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString() },
    observations: [
      { fact: 'element.inquiry', value: true },
      { fact: 'element.budget', value: 90000 },
      { fact: 'attribute.amount', value: 90000 },
    ],
  })
  const [request] = await api.running.database.db.supportRequest.findMany({ where: { dealId: opened.body.id } })
  asked = `/deals/${opened.body.id}/support-requests/${request?.id}`
  ann = await api.signedIn('resource-owner', ['legal'])
  ben = await api.signedIn('resource-owner', ['legal'])
})

const seen = async () => (await ann.get(asked)).body

test('a member takes a request from the queue, asks the seller, and the clock stands until the answer', async () => {
  expect((await ann.post(`${asked}/accept`)).status).toBe(201)
  const before = (await seen()).request
  expect(before).toMatchObject({ owner: { id: ann.id }, acceptedAt: expect.any(String), askedBackAt: null })
  await ann.post(`${asked}/ask-back`, { question: 'Which law?' })
  expect((await seen()).request.askedBackAt).toEqual(expect.any(String))
  expect((await rep.get('/notifications')).body.items).toContainEqual(
    expect.objectContaining({ kind: 'support-asked-back' }),
  )

  expect((await rep.post(`${asked}/answer-question`, { answer: 'Austria’s' })).status).toBe(201)
  const { request, questions } = await seen()
  expect(questions).toMatchObject([
    { text: 'Which law?', by: 'A resource-owner', answer: 'Austria’s', answeredBy: 'A rep' },
  ])
  expect(request.askedBackAt).toBeNull()
  const [question] = questions
  expect(Date.parse(request.dueAt) - Date.parse(before.dueAt)).toBe(
    Date.parse(question.answeredAt) - Date.parse(question.at),
  )
  expect((await ann.get('/notifications')).body.items).toMatchObject([{ kind: 'support-question-answered' }])
})

test('who has a request hands it over within the department; a manager may too, a colleague may not', async () => {
  await ann.post(`${asked}/accept`)
  expect((await ben.post(`${asked}/accept`)).body.code).toBe('SUPPORT_REQUEST_HELD')
  expect((await ben.post(`${asked}/hand-over`, { to: ben.id })).body.code).toBe('SUPPORT_REQUEST_HELD')
  expect((await ann.post(`${asked}/hand-over`, { to: outsider.id })).body.code).toBe('COLLEAGUE_NOT_IN_DEPARTMENT')
  expect((await ann.post(`${asked}/hand-over`, { to: ben.id, note: 'On leave' })).status).toBe(201)
  expect((await seen()).request).toMatchObject({ owner: { id: ben.id }, acceptedAt: null })
  expect((await ben.get('/notifications')).body.items).toMatchObject([{ kind: 'support-handed-over' }])
  expect((await manager.post(`${asked}/hand-over`, { to: ann.id })).status).toBe(201)
  expect((await seen()).request).toMatchObject({ owner: { id: ann.id } })
})

test('who has answered can still lock the deal, and unlock it, for as long as it is open', async () => {
  const [, dealId = ''] = asked.match(/^\/deals\/([^/]+)/) ?? []
  const deal = `/deals/${dealId}`
  await ann.post(`${asked}/accept`)
  expect((await ann.post(`${asked}/answer`, { verdict: 'approved', note: 'Fine' })).status).toBe(201)
  expect((await seen()).deal.isOpen).toBe(true)
  const lock = { department: 'legal', reason: 'Their owner is on a sanctions list since today' }
  expect((await ann.post(`${deal}/locks`, lock)).status).toBe(201)
  expect((await seen()).locks).toMatchObject([{ department: { id: 'legal' }, reason: lock.reason }])
  expect((await ben.post(`${deal}/locks/legal/release`)).status).toBe(201)
  expect((await outsider.post(`${deal}/locks`, lock)).body.code).toBe('DEAL_NOT_FOUND')

  expect((await rep.post(`${deal}/close`, { outcome: 'lost', reason: 'No funds' })).status).toBe(201)
  expect((await seen()).deal.isOpen).toBe(false)
  expect((await ann.post(`${deal}/locks`, lock)).body.code).toBe('DEAL_CLOSED')
})

test('another department takes no step of it', async () => {
  await api.running.database.db.department.upsert({
    where: { id: 'finance' },
    create: { id: 'finance', name: 'Finance' },
    update: {},
  })
  const { dealId } = (await seen()).request
  const elsewhere = await api.signedIn('resource-owner', ['finance'])
  await api.running.database.db.supportRequest.create({
    data: { ...aRequestTo('finance'), dealId },
  })
  const bodies = { accept: {}, 'ask-back': { question: 'Why?' }, 'hand-over': { to: elsewhere.id } }
  for (const [step, body] of Object.entries(bodies))
    expect((await elsewhere.post(`${asked}/${step}`, body)).body.code).toBe('SUPPORT_REQUEST_NOT_YOURS')
  expect((await seen()).request.owner).toBeNull()
})

const aRequestTo = (departmentId: string) => ({
  id: departmentId,
  name: 'Terms of payment',
  triggerId: 'terms',
  departmentId,
  status: 'open',
  blocks: false,
  openedAt: new Date(),
  seq: 1,
})
