import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPurchase } from '../tests/support/a-model.ts'
import { type Answer, type Person, type RunningApi, runningApi, signIn } from '../tests/support/running-api.ts'
import { dealWorkflowId } from '../workflows/contract.ts'

let api: RunningApi
let ops: Person
let rep: Person
let legal: Person
let manager: Person
let admin: Person
beforeAll(async () => {
  api = await runningApi()
  ;[ops, rep, manager, admin] = await Promise.all([
    api.signedIn('ops'),
    api.signedIn('rep'),
    api.signedIn('manager'),
    api.signedIn('admin'),
  ])
  legal = await api.signedIn('resource-owner', ['legal'])
})
afterAll(() => api?.stop())

/** A problem as its status and code; anything that is not problem+json fails the test. */
function problemOf({ status, headers, body }: Answer): [number, string] {
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(body.status).toBe(status)
  expect(body.type).toBe(`/api/v1/docs/problems#${body.code}`)
  return [status, body.code]
}

async function aDeal(by: Person = rep): Promise<string> {
  const { status, body } = await by.post('/deals', { segmentId: api.segment, name: 'Press line for Acme' })
  expect(status).toBe(201)
  return body.id
}

const aVisit = (...observations: { fact: string; value: unknown }[]) => ({
  interaction: { kind: 'visit', at: '2026-03-02T09:00:00.000Z' },
  observations,
})

async function aSegment(): Promise<string> {
  return (await ops.post('/segments', { name: `Segment ${randomUUID()}` })).body.id
}

/** A deal whose approval has asked legal, and the request. */
async function askedOfLegal(): Promise<{ deal: string; request: string }> {
  const deal = await aDeal()
  const facts = { 'element.inquiry': true, 'element.budget': 90000, 'attribute.amount': 90000 }
  await rep.post(
    `/deals/${deal}/interactions`,
    aVisit(...Object.entries(facts).map(([fact, value]) => ({ fact, value }))),
  )
  const { items } = (await legal.get('/support-requests')).body
  return { deal, request: items.find(({ dealId }: { dealId: string }) => dealId === deal).id }
}

test('an address that there is not is a 404 problem', async () => {
  expect(problemOf(await api.nobody.get('/nothing-here'))).toEqual([404, 'NOT_FOUND'])
})

test('a method that an address does not take is a 405 that says which it takes', async () => {
  const answer = await rep.ask('DELETE', '/deals')
  expect([...problemOf(answer), answer.headers.get('allow')]).toEqual([405, 'METHOD_NOT_ALLOWED', 'GET, POST'])
})

test('an address that cannot be decoded is a 400 problem', async () => {
  expect(problemOf(await rep.get('/deals/%E0%A4%A'))).toEqual([400, 'REQUEST_INVALID'])
})

test('broken JSON is a 400 problem', async () => {
  expect(problemOf(await rep.ask('POST', '/deals', { body: '{"name": ' }))).toEqual([400, 'REQUEST_INVALID'])
})

test('a body that is a form is a 415 problem, so that no form of another site can write', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await rep.ask('POST', '/deals', { body: 'name=Acme', headers })
  expect(problemOf(answer)).toEqual([415, 'CONTENT_TYPE_UNSUPPORTED'])
})

test('a body above two megabytes is a 413 problem', async () => {
  const name = 'x'.repeat(2_100_000)
  expect(problemOf(await rep.post('/deals', { segmentId: api.segment, name }))).toEqual([413, 'REQUEST_TOO_LARGE'])
})

test('a body nested without end is a 400 problem', async () => {
  const deep = `${'{"all":['.repeat(20_000)}${']}'.repeat(20_000)}`
  const body = `{"model":{"formatVersion":1,"name":"Deep","stages":[{"id":"a","name":"A","exit":${deep}}]},"revision":1}`
  const answer = await ops.ask('PUT', `/segments/${api.segment}/model`, { body })
  expect(problemOf(answer)).toEqual([400, 'REQUEST_INVALID'])
})

test.each([
  ['in a body', () => rep.post('/deals', { segmentId: api.segment, name: 'Acme\u0000' })],
  ['in a query', () => rep.get('/deals?search=%00')],
  ['in a path', () => rep.get('/deals/%00')],
  ['as half of an emoji', () => rep.ask('POST', '/deals', { body: '{"segmentId":"x","name":"\\ud83d"}' })],
])('a character that no database keeps is a 400 problem %s', async (_where, ask) => {
  expect(problemOf(await ask())).toEqual([400, 'REQUEST_INVALID'])
})

test.each(['page=0', 'page=9999999999999999', 'pageSize=100000', 'status=half-open'])(
  'a list that is asked for with %s is a 400 problem',
  async (query) => {
    expect(problemOf(await rep.get(`/deals?${query}`))).toEqual([400, 'REQUEST_INVALID'])
  },
)

test('a malformed model is refused with the path of what is wrong, and the drawing stays', async () => {
  const segment = await aSegment()
  const before = (await ops.get(`/segments/${segment}/model`)).body
  const stages = [
    { id: 'need', name: 'Need', elements: [{ id: 'Inquiry!', name: 'Inquiry', value: { kind: 'flag' } }] },
  ]
  const answer = await ops.put(`/segments/${segment}/model`, { ...before, model: { ...before.model, stages } })
  expect(problemOf(answer)).toEqual([400, 'REQUEST_INVALID'])
  expect(Object.keys(answer.body.details)).toEqual(['model.stages.0.elements.0.id'])
  expect((await ops.get(`/segments/${segment}/model`)).body).toEqual(before)
})

test('a malformed condition is refused with the path of what is wrong in it', async () => {
  const stages = [
    { id: 'need', name: 'Need', exit: { all: [{ fact: 'element.inquiry', operator: 'resembles', value: true }] } },
  ]
  const model = { formatVersion: 1, name: 'Odd', stages }
  const answer = await ops.post(`/segments/${api.segment}/model/check`, { model })
  expect(Object.keys(answer.body.details)).toEqual(['model.stages.0.exit.all.0.operator'])
})

test('a rule over an unknown fact is refused at publishing, with the finding', async () => {
  const segment = await aSegment()
  const [need, ...rest] = smallPurchase.stages ?? []
  const exit = { fact: 'element.never-drawn', operator: 'equal', value: true }
  const model = { ...smallPurchase, stages: [{ ...need, exit }, ...rest] }
  await ops.put(`/segments/${segment}/model`, { model, revision: 1 })
  const answer = await ops.post(`/segments/${segment}/model/publish`, { revision: 2 })
  expect(problemOf(answer)).toEqual([422, 'MODEL_HAS_ERRORS'])
  expect(answer.body.details.findings).toContainEqual(expect.stringContaining('element.never-drawn'))
  expect((await ops.get(`/segments/${segment}/versions`)).body.items).toEqual([])
})

test('a drawing with errors is not published', async () => {
  const segment = await aSegment()
  const answer = await ops.post(`/segments/${segment}/model/publish`, { revision: 1 })
  expect(problemOf(answer)).toEqual([422, 'MODEL_HAS_ERRORS'])
})

test('saving over somebody else’s save is refused, and theirs stays', async () => {
  const segment = await aSegment()
  const draft = (await ops.get(`/segments/${segment}/model`)).body
  const theirs = { ...draft.model, description: 'Theirs' }
  await ops.put(`/segments/${segment}/model`, { ...draft, model: theirs })
  const mine = { ...draft.model, description: 'Mine' }
  expect(problemOf(await ops.put(`/segments/${segment}/model`, { ...draft, model: mine }))).toEqual([
    409,
    'STALE_VERSION',
  ])
  expect((await ops.get(`/segments/${segment}/model`)).body.model.description).toBe('Theirs')
})

test('a deal cannot be opened where no model is published', async () => {
  const answer = await rep.post('/deals', { segmentId: await aSegment(), name: 'Early' })
  expect(problemOf(answer)).toEqual([409, 'MODEL_NOT_PUBLISHED'])
})

test('a deal cannot be opened for an owner who does not exist', async () => {
  const answer = await manager.post('/deals', { segmentId: api.segment, name: 'Orphan', ownerId: 'nobody' })
  expect(problemOf(answer)).toEqual([404, 'USER_NOT_FOUND'])
})

test('a rep cannot see another rep’s deal, nor tell it from one that there is not', async () => {
  const deal = await aDeal(await api.signedIn('rep'))
  expect(problemOf(await rep.get(`/deals/${deal}`))).toEqual([404, 'DEAL_NOT_FOUND'])
  expect(problemOf(await rep.post(`/deals/${deal}/interactions`, aVisit()))).toEqual([404, 'DEAL_NOT_FOUND'])
})

test('a change from a step that the deal has left is refused', async () => {
  const deal = await aDeal()
  const answer = await rep.post(`/deals/${deal}/interactions`, { ...aVisit(), expectedSeq: 0 })
  expect(problemOf(answer)).toEqual([409, 'STALE_VERSION'])
})

test('an observation on a closed deal is refused', async () => {
  const deal = await aDeal()
  await rep.post(`/deals/${deal}/close`, { outcome: 'lost', reason: 'No budget this year' })
  const answer = await rep.post(`/deals/${deal}/interactions`, aVisit({ fact: 'element.inquiry', value: true }))
  expect(problemOf(answer)).toEqual([409, 'DEAL_CLOSED'])
})

test('a closed deal whose workflow the server has forgotten is still said to be closed', async () => {
  const deal = await aDeal()
  await rep.post(`/deals/${deal}/close`, { outcome: 'lost', reason: 'No budget this year' })
  const { workflowService, workflow } = api.running.client
  const workflowExecution = { workflowId: dealWorkflowId(deal) }
  await workflowService.deleteWorkflowExecution({ namespace: 'default', workflowExecution })
  const isForgotten = () =>
    workflow
      .getHandle(workflowExecution.workflowId)
      .describe()
      .then(
        () => false,
        () => true,
      )
  // The server forgets in its own time.
  await expect.poll(isForgotten, { timeout: 100_000 }).toBe(true)
  const answer = await rep.post(`/deals/${deal}/interactions`, aVisit({ fact: 'element.inquiry', value: true }))
  expect(problemOf(answer)).toEqual([409, 'DEAL_CLOSED'])
}, 120_000)

test.each([
  ['element.unheard-of', true, 'FACT_UNKNOWN'],
  ['element.budget', 'plenty', 'VALUE_MISMATCH'],
])('an observation of %s as %s is refused, and nothing of its visit is kept', async (fact, value, code) => {
  const deal = await aDeal()
  const answer = await rep.post(
    `/deals/${deal}/interactions`,
    aVisit({ fact: 'element.inquiry', value: true }, { fact, value }),
  )
  expect(problemOf(answer)).toEqual([422, code])
  expect((await rep.get(`/deals/${deal}`)).body.state).toMatchObject({ seq: 1, observations: {}, interactions: {} })
})

test('an id that is longer than any id is refused', async () => {
  const deal = await aDeal()
  const answer = await rep.post(`/deals/${deal}/tasks/${'x'.repeat(101)}/complete`)
  expect(problemOf(answer)).toEqual([400, 'REQUEST_INVALID'])
})

test('a department cannot answer for another one', async () => {
  const { deal, request } = await askedOfLegal()
  await api.running.database.db.department.upsert({
    where: { id: 'finance' },
    create: { id: 'finance', name: 'Finance' },
    update: {},
  })
  const finance = await api.signedIn('resource-owner', ['finance'])
  const path = `/deals/${deal}/support-requests/${request}`
  expect(problemOf(await finance.get(path))).toEqual([404, 'SUPPORT_REQUEST_NOT_FOUND'])
  expect(problemOf(await finance.post(`${path}/answer`, { verdict: 'approved' }))).toEqual([404, 'DEAL_NOT_FOUND'])
})

test('an answer brings what the request asks for, and nothing else', async () => {
  const { deal, request } = await askedOfLegal()
  const observations = [{ fact: 'element.contract', value: true }]
  const answer = await legal.post(`/deals/${deal}/support-requests/${request}/answer`, {
    verdict: 'approved',
    observations,
  })
  expect(problemOf(answer)).toEqual([422, 'FACT_NOT_ASKED'])
})

test('the last admin stays one', async () => {
  const change = { name: 'Now a rep', role: 'rep', departments: [] }
  expect(problemOf(await admin.put(`/users/${admin.id}`, change))).toEqual([403, 'NOT_ALLOWED'])
})

test('a name that two make at the same moment is made once', async () => {
  const name = `Both want ${randomUUID()}`
  const statuses = (await Promise.all([1, 2, 3, 4].map(() => ops.post('/segments', { name })))).map(
    ({ status }) => status,
  )
  expect(statuses.sort()).toEqual([201, 409, 409, 409])
})

test('nobody signs up by themselves', async () => {
  const answer = await fetch(`${api.url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'me@example.com', password: 'long enough a secret', name: 'Me' }),
  })
  expect(answer.status).toBe(400)
  expect(await api.running.database.db.user.count({ where: { email: 'me@example.com' } })).toBe(0)
})

test('who guesses passwords has to wait', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 25 }, (_, n) => signIn(api.url, 'somebody@example.com', `guess ${n}`)),
  )
  const statuses = new Set(guesses.map(({ status }) => status))
  expect([...statuses].sort()).toEqual([401, 429])
})
