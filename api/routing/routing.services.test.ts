import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

const legal = '/departments/legal/routing'
const codeOf = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body.code

let api: RunningApi
let rep: Person
let manager: Person
let owner: Person
let ann: Person
let ben: Person
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  manager = await api.signedIn('manager')
  owner = await api.signedIn('manager')
  ann = await api.signedIn('resource-owner', ['legal'])
  ben = await api.signedIn('resource-owner', ['legal'])
})
afterAll(() => api?.stop())

/** Replaces how legal gives out its requests. */
async function givesOut(routing: { rules?: object[]; authority?: object[] }, leads: string[] = []) {
  const { revision } = (await manager.get(legal)).body
  const answer = await manager.put(legal, { revision, leads, routing: { rules: [], authority: [], ...routing } })
  expect(answer.status).toBe(200)
  return answer.body
}

/** The request that a new deal of the rep's makes to legal. */
async function aRequest(amount = 90_000) {
  const { body } = await rep.post('/deals', { segmentId: api.segment, name: `Press line ${randomUUID()}` })
  await rep.post(`/deals/${body.id}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString() },
    observations: [
      { fact: 'element.inquiry', value: true },
      { fact: 'element.budget', value: amount },
      { fact: 'attribute.amount', value: amount },
    ],
  })
  const request = await api.running.database.db.supportRequest.findFirstOrThrow({ where: { dealId: body.id } })
  return { ...request, path: `/deals/${body.id}/support-requests/${request.id}` }
}

const large = { fact: 'attribute.amount', operator: 'greaterThan', value: 80_000 }
const answer = { verdict: 'approved', note: 'Fine' }

test('the first rule that fits gives a request; what no rule fits goes to the least loaded', async () => {
  await givesOut({
    rules: [
      { id: 'large', name: 'Large', when: large, give: { kind: 'named', people: [ben.id] } },
      { id: 'rest', name: 'The rest', give: { kind: 'in-turn' } },
    ],
  })
  expect([(await aRequest()).ownerId, (await aRequest()).ownerId]).toEqual([ben.id, ben.id])
  const small = [await aRequest(30_000), await aRequest(30_000), await aRequest(30_000)]
  const [first, second, third] = small.map(({ ownerId }) => ownerId)
  expect([[first, second].sort(), third]).toEqual([[ann.id, ben.id].sort(), first])
  await givesOut({})
  // Ben has four or five by now, Ann one or two.
  expect((await aRequest()).ownerId).toBe(ann.id)
})

test('a request goes to who may take it; others can neither accept, answer nor be given it', async () => {
  await givesOut({
    authority: [
      { id: 'ann', person: ann.id, upTo: 50_000 },
      { id: 'ben', person: ben.id },
    ],
  })
  const { ownerId, path } = await aRequest()
  expect(ownerId).toBe(ben.id)
  expect(await codeOf(ann.post(`${path}/answer`, answer))).toBe('AUTHORITY_EXCEEDED')
  expect(await codeOf(ben.post(`${path}/hand-over`, { to: ann.id, note: '' }))).toBe('AUTHORITY_EXCEEDED')
  expect(await codeOf(manager.post(`${path}/hand-over`, { to: ann.id, note: '' }))).toBe('AUTHORITY_EXCEEDED')
  expect((await ben.post(`${path}/answer`, answer)).status).toBe(201)
})

test('what is above everybody goes up to the segment’s process owner, who may answer it, and no other manager may', async () => {
  await givesOut({ authority: [{ id: 'all', upTo: 50_000 }] })
  const set = await manager.put(`/segments/${api.segment}/process-owner`, { userId: owner.id })
  expect(set.body.segments).toContainEqual(
    expect.objectContaining({ processOwner: expect.objectContaining({ id: owner.id }) }),
  )
  const { ownerId, waiting, path, dealId } = await aRequest()
  expect([ownerId, waiting]).toEqual([null, 'above-authority'])
  const told = (await owner.get('/notifications')).body.items
  expect(told).toContainEqual(expect.objectContaining({ kind: 'support-above-authority', dealId }))
  expect((await manager.get('/notifications')).body.items).not.toContainEqual(expect.objectContaining({ dealId }))
  expect(await codeOf(ann.post(`${path}/accept`))).toBe('AUTHORITY_EXCEEDED')
  expect(await codeOf(manager.post(`${path}/answer`, answer))).toBe('SUPPORT_REQUEST_NOT_YOURS')
  expect((await owner.post(`${path}/answer`, answer)).status).toBe(201)
})

test('a change on what somebody else has changed since is refused, and loses nothing', async () => {
  const { revision } = (await manager.get(legal)).body
  await givesOut({ rules: [{ id: 'rest', name: 'The rest', give: { kind: 'in-turn' } }] })
  const stale = { revision, leads: [], routing: { rules: [], authority: [] } }
  expect(await codeOf(owner.put(legal, stale))).toBe('STALE_VERSION')
  expect((await manager.get(legal)).body.routing.rules).toHaveLength(1)
})

test('leads are kept with the rules; what a rule cannot name is refused', async () => {
  const { members } = await givesOut({}, [ann.id])
  expect(members).toContainEqual(expect.objectContaining({ id: ann.id, lead: true }))
  const { revision, facts } = (await manager.get(legal)).body
  expect(facts.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['deal.segment', 'deal.owner', 'deal.account', 'deal.request', 'attribute.amount']),
  )
  const put = (routing: object) => codeOf(manager.put(legal, { revision, leads: [], routing }))
  const named = (person: string) => ({ id: 'one', name: 'One', give: { kind: 'named', people: [person] } })
  expect(await put({ rules: [named(rep.id)] })).toBe('COLLEAGUE_NOT_IN_DEPARTMENT')
  expect(await put({ rules: [{ ...named(ann.id), when: { ...large, fact: 'attribute.none' } }] })).toBe('FACT_UNKNOWN')
  expect(await put({ rules: [named(ann.id), named(ben.id)] })).toBe('REQUEST_INVALID')
  expect(await put({ rules: [named(ann.id)], authority: [{ id: 'minus', upTo: -1 }] })).toBe('REQUEST_INVALID')
  expect(await codeOf(manager.put('/departments/none/routing', { revision: 0, leads: [], routing: {} }))).toBe(
    'DEPARTMENT_NOT_FOUND',
  )
  expect(await codeOf(manager.put(`/segments/${api.segment}/process-owner`, { userId: rep.id }))).toBe('USER_NOT_FOUND')
  expect(await codeOf(manager.put('/segments/none/process-owner', { userId: null }))).toBe('SEGMENT_NOT_FOUND')
  expect(await codeOf(rep.get(legal))).toBe('NOT_ALLOWED')
})
