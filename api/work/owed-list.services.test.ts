import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import type { OwedRow } from './contract.ts'

let api: RunningApi
let rep: Person
let manager: Person
let ann: Person
let deal: string
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  manager = await api.signedIn('manager')
  ann = await api.signedIn('resource-owner', ['legal'])
  deal = `/deals/${(await rep.post('/deals', { segmentId: api.segment, name: 'Press', account: 'Acme' })).body.id}`
})
afterAll(() => api?.stop())

const owed = async (by = rep, query = ''): Promise<OwedRow[]> => (await by.get(`/owed${query}`)).body.items
const told = async (by = rep) =>
  (await owed(by)).map((row) => [row.kind, row.name, row.kind === 'objection' ? row.step : null])
const task = ['task', 'Visit the handler', null]
const standsAtNeed = async () => {
  const { segments } = (await rep.get('/my-stages')).body
  const [{ owed, overdue }] = segments[0].stages[0].deals
  return [owed, overdue]
}

test('a department’s question is owed first, with the task beneath, until it is answered', async () => {
  await rep.post(`${deal}/support-requests`, { name: 'Terms', of: { kind: 'department', department: 'legal' } })
  const [request] = (await ann.get('/support-requests')).body.items
  const asked = `${deal}/support-requests/${request.id}`
  await ann.post(`${asked}/ask-back`, { question: 'Which law?' })
  expect(await owed()).toMatchObject([
    {
      kind: 'question',
      name: 'Terms',
      text: 'Which law?',
      by: 'A resource-owner',
      department: 'Legal',
      dealName: 'Press',
    },
    { kind: 'task', name: 'Visit the handler', stage: 'Need stated', brings: [{ name: 'Inquiry received' }] },
  ])
  expect(await told(manager)).toEqual([])
  expect((await rep.get('/owed?pageSize=1&page=2')).body).toMatchObject({ total: 2, items: [{ kind: 'task' }] })

  await rep.post(`${asked}/answer-question`, { answer: 'Austria’s' })
  expect(await told()).toEqual([task])
})

test('each step of an objection is owed by who answers for it, and its supervision not by who implemented it', async () => {
  await rep.post(`${deal}/objections`, { type: 'price', statement: 'Too dear', stage: 'need' })
  const [{ id }] = (await manager.get('/objections')).body.items
  const step = async (by: Person, name: string, body: object = {}) =>
    expect((await by.post(`${deal}/objections/${id}/${name}`, body)).status).toBe(201)
  expect(await told()).toEqual([task, ['objection', 'Too dear', 'plan']])
  expect(await standsAtNeed()).toEqual([2, 0])

  const due = new Date(Date.now() + 86_400_000).toISOString()
  await step(rep, 'plan', { strategy: 'answer', steps: ['Show the numbers'], owner: manager.id, due })
  expect(await told()).toEqual([task])
  expect(await owed(manager)).toMatchObject([
    { kind: 'objection', step: 'implement', type: 'Too expensive', stage: 'Need stated', dueAt: due },
  ])
  await step(manager, 'implement')
  await step(manager, 'feed-back', { feedback: 'They nodded' })
  expect(await told(manager)).toEqual([])
  expect(await told()).toEqual([['objection', 'Too dear', 'supervise'], task])

  await step(rep, 'supervise')
  expect(await told(manager)).toEqual([['objection', 'Too dear', 'close']])
  const { bytes } = await manager.download('/exports/owed')
  expect(new TextDecoder().decode(bytes)).toContain('\nObjection,Too dear,Press,Acme,Need stated,Close,')
  await step(manager, 'close', { outcome: 'answered' })
  expect(await told(manager)).toEqual([])
})

test('nothing is owed on a deal that is closed', async () => {
  await rep.post(`${deal}/objections`, { type: 'price', statement: 'Still too dear', stage: 'need' })
  expect(await told()).toEqual([task, ['objection', 'Still too dear', 'plan']])
  await rep.post(`${deal}/close`, { outcome: 'lost', reason: 'No funds' })
  expect(await told()).toEqual([])
})
