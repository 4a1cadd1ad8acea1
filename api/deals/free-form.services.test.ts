import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let ops: Person
beforeAll(async () => {
  api = await runningApi()
  ;[rep, ops] = await Promise.all([api.signedIn('rep'), api.signedIn('ops')])
})
afterAll(() => api?.stop())

let segmentId: string
let deal: string
beforeEach(async () => {
  segmentId = (await ops.post('/segments', { name: randomUUID() })).body.id
  deal = `/deals/${(await rep.post('/deals', { segmentId, name: 'Press line', freeForm: true })).body.id}`
})

const learntOn = '2026-03-02T09:00:00.000Z'
const note = (observations: object[], note = '') =>
  rep.post(`${deal}/interactions`, { interaction: { kind: 'visit', at: learntOn, note }, observations })

async function publish() {
  await ops.put(`/segments/${segmentId}/model`, { model: smallPurchase, revision: 1 })
  return ops.post(`/segments/${segmentId}/model/publish`, { revision: 2 })
}

const budget = {
  fact: 'noted.Money',
  value: '90 000',
  grade: 'written',
  saidBy: 'Head of finance',
  evidence: 'Minutes',
}

test('a deal of a segment without a model takes interactions, what was learnt in any words, and people', async () => {
  await note([budget, { fact: 'noted.Likes us', value: true }], 'They will buy in autumn')
  await rep.post(`${deal}/people`, { role: 'decider', name: 'Ms Li' })
  const { deal: row, state, version, whyNotYet } = (await rep.get(deal)).body
  expect([row.freeForm, row.openStages, version, whyNotYet, state.effort]).toEqual([true, [], 0, [], 1])
  expect(Object.values(state.observations)).toMatchObject([budget, { fact: 'noted.Likes us', value: true }])
  expect(Object.values(state.people)).toMatchObject([{ name: 'Ms Li', role: 'decider' }])
  const { items } = (await rep.get('/segments')).body
  expect(items.find(({ id }: { id: string }) => id === segmentId)).toMatchObject({ publishedVersion: null, deals: 1 })
  expect((await ops.get(`/segments/${segmentId}/versions`)).body.items).toEqual([])
})

test('put under a model later, what was noted counts at once as when it was learnt, and the preview said so', async () => {
  await note([budget, { fact: 'noted.Inquiry', value: true }, { fact: 'noted.Colour', value: 'red' }])
  await rep.post(`${deal}/people`, { role: 'decider', name: 'Ms Li' })
  await rep.post(`${deal}/people`, { role: 'champion', name: 'Mr Wu' })
  expect((await publish()).body.number).toBe(1)
  const reading = {
    facts: [
      { noted: 'noted.Money', fact: 'element.budget', value: 90_000 },
      { noted: 'noted.Inquiry', fact: 'element.inquiry', value: true },
    ],
  }
  const preview = (await rep.post(`${deal}/model/preview`, reading)).body
  expect(preview).toMatchObject({ version: 1, tasks: ['Meet the approver'] })
  expect((await rep.get(deal)).body.version).toBe(0)

  const key = randomUUID()
  const put = await rep.post(`${deal}/model`, reading, key)
  expect(put.status).toBe(201)
  expect((await rep.post(`${deal}/model`, reading, key)).body).toEqual(put.body)
  const { deal: row, state, version } = (await rep.get(deal)).body
  expect([row.freeForm, version]).toEqual([false, 1])
  expect(
    Object.fromEntries(Object.entries<{ status: string }>(state.stages).map(([id, { status }]) => [id, status])),
  ).toEqual(preview.stages)
  expect(preview.stages).toMatchObject({ need: 'completed', funding: 'completed', approval: 'open' })
  const { value: _, fact: __, ...evidenced } = budget
  expect(Object.values(state.observations)).toContainEqual(
    expect.objectContaining({ ...evidenced, fact: 'element.budget', value: 90_000, at: learntOn }),
  )
  expect(Object.values(state.observations)).toHaveLength(5)
  const roles = Object.values<{ role: string }>(state.people).map(({ role }) => role)
  expect(roles.sort()).toEqual(['approver', 'champion'])
  expect((await rep.post(`${deal}/model`, reading)).body.code).toBe('DEAL_HAS_MODEL')
})

/** The ids of one thing of each kind that is open on the deal: a task, a planned objection, and support asked of legal. */
async function workIt() {
  await rep.post(`${deal}/tasks`, { name: 'Dinner with the head of finance' })
  await rep.post(`${deal}/objections`, { type: 'price', statement: 'Too dear for us' })
  const of = { kind: 'department', department: 'legal' }
  await rep.post(`${deal}/support-requests`, { name: 'May we deliver there?', of })
  const { tasks, objections, supportRequests } = (await rep.get(deal)).body.state
  const [task = '', objection = '', request = ''] = [tasks, objections, supportRequests].map((of) => Object.keys(of)[0])
  await rep.post(`${deal}/objections/${objection}/plan`, { strategy: 'answer', steps: ['Show the cost'] })
  return { task, objection, request }
}

async function taskNamed(name: string): Promise<string> {
  const tasks: [string, { name: string }][] = Object.entries((await rep.get(deal)).body.state.tasks)
  return tasks.find(([, task]) => task.name === name)?.[0] ?? ''
}

test('a deal without a model owes tasks, and answers objections and support as any other, in every list', async () => {
  const [manager, legal] = await Promise.all([api.signedIn('manager'), api.signedIn('resource-owner', ['legal'])])
  const { task, objection, request } = await workIt()
  const { items: owed } = (await rep.get('/owed')).body
  expect(owed).toContainEqual(
    expect.objectContaining({ id: task, name: 'Dinner with the head of finance', stage: null }),
  )
  const { items: objections } = (await manager.get(`/objections?segment=${segmentId}`)).body
  expect(objections).toMatchObject([{ id: objection, type: { id: 'price', name: 'price' }, stage: null }])
  const { items: requests } = (await legal.get('/support-requests?pageSize=100')).body
  expect(requests).toContainEqual(expect.objectContaining({ id: request }))

  const answer = { verdict: 'answered', note: 'Yes, with a permit' }
  const steps: [Person, string, object][] = [
    [legal, `support-requests/${request}/answer`, answer],
    [rep, `tasks/${task}/complete`, { note: 'She will come' }],
    [rep, `objections/${objection}/implement`, {}],
    [rep, `objections/${objection}/feed-back`, { feedback: 'It will do' }],
    [manager, `objections/${objection}/supervise`, {}],
    [rep, `objections/${objection}/close`, { outcome: 'answered' }],
  ]
  for (const [who, path, body] of steps)
    expect([path, (await who.post(`${deal}/${path}`, body)).status]).toEqual([path, 201])
  const { state } = (await rep.get(deal)).body
  expect([state.tasks[task].status, state.objections[objection].status, state.supportRequests[request].note]).toEqual([
    'done',
    'closed',
    'Yes, with a permit',
  ])
  await rep.post(`${deal}/tasks`, { name: 'Send samples', assignee: manager.id })
  const dropped = await taskNamed('Send samples')
  await rep.post(`${deal}/tasks/${dropped}/take-back`, { reason: 'They have some' })
  expect((await rep.get(deal)).body.state.tasks[dropped]).toMatchObject({ status: 'cancelled', assignee: manager.id })
})

test('what is open goes on when the deal is put under a model: as the model’s where it is that, else as it was', async () => {
  const { task, objection, request } = await workIt()
  await rep.post(`${deal}/tasks`, { name: 'Send samples' })
  const other = await taskNamed('Send samples')
  await note([{ fact: 'noted.Inquiry', value: true }])
  await publish()
  const reading = {
    facts: [{ noted: 'noted.Inquiry', fact: 'element.inquiry', value: true }],
    tasks: { [task]: 'meet-finance' },
    objections: { [objection]: { type: 'price', stage: 'funding' } },
  }
  const preview = (await rep.post(`${deal}/model/preview`, reading)).body
  expect([preview.tasks.sort(), preview.obtained]).toEqual([['Dinner with the head of finance', 'Send samples'], []])
  expect((await rep.post(`${deal}/model`, reading)).status).toBe(201)
  const { state } = (await rep.get(deal)).body
  expect(state.tasks).toMatchObject({
    [task]: { status: 'open', action: 'meet-finance', stage: 'funding' },
    [other]: { status: 'open' },
  })
  expect(Object.keys(state.tasks)).toHaveLength(2)
  expect(state.objections[objection]).toMatchObject({ status: 'planned', stage: 'funding', blocks: true })
  expect(state.supportRequests[request]).toMatchObject({ status: 'open', name: 'May we deliver there?' })
  expect((await rep.post(`${deal}/tasks`, { name: 'Call' })).body.code).toBe('DEAL_HAS_MODEL')
})

test('an account review adds tasks to a deal without a model too', async () => {
  const id = deal.slice('/deals/'.length)
  const review = `/reviews/${(await rep.post('/reviews', { name: 'March', of: { deals: [id] } })).body.review.id}/deals/${id}`
  const tasks = [{ name: 'Ask for the budget' }]
  expect((await rep.post(review, { seq: 1, note: 'Go on', tasks })).status).toBe(201)
  expect(Object.values((await rep.get(deal)).body.state.tasks)).toMatchObject([{ name: 'Ask for the budget' }])
})

test('a note is read only as a fact that the model has, with a value that the fact takes', async () => {
  await note([budget])
  expect((await rep.post(`${deal}/model`, {})).body.code).toBe('MODEL_NOT_PUBLISHED')
  await publish()
  const reading = (noted: string, fact: string, value: unknown) => ({ facts: [{ noted, fact, value }] })
  const codes = [
    ['noted.Money', 'element.budget', 'much', 'VALUE_MISMATCH'],
    ['noted.Money', 'element.unheard-of', 1, 'FACT_UNKNOWN'],
    ['noted.Nothing', 'element.budget', 1, 'OBSERVATION_NOT_FOUND'],
  ] as const
  for (const [noted, fact, value, code] of codes)
    for (const path of ['model/preview', 'model'])
      expect((await rep.post(`${deal}/${path}`, reading(noted, fact, value))).body.code).toBe(code)
  const { id } = (await rep.post('/deals', { segmentId, name: 'Later', freeForm: true })).body
  const observations = [{ fact: 'noted.Money', value: 1 }]
  const visit = { interaction: { kind: 'visit', at: learntOn }, observations }
  expect((await rep.get(`/deals/${id}`)).body.deal.freeForm).toBe(false)
  expect((await rep.post(`/deals/${id}/interactions`, visit)).body.code).toBe('FACT_UNKNOWN')
})

test('a move of a segment’s deals leaves those without a model alone', async () => {
  await publish()
  expect((await ops.get(`/segments/${segmentId}/versions/1/impact`)).body).toMatchObject({ total: 0, already: 0 })
  expect((await ops.post(`/segments/${segmentId}/moves`, { version: 1 })).body.code).toBe('NOTHING_TO_MOVE')
  expect((await ops.get(`/segments/${segmentId}/running-deals`)).body.items).toEqual([])
})
