import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

const day = 86_400_000

let api: RunningApi
let rep: Person
let manager: Person
let colleague: Person
let deal: string
beforeAll(async () => {
  api = await runningApi({
    model: { ...smallPurchase, objectionTypes: [{ id: 'price', name: 'Too expensive', blocks: true }] },
  })
  ;[rep, manager, colleague] = await Promise.all([
    api.signedIn('rep'),
    api.signedIn('manager'),
    api.signedIn('manager'),
  ])
  deal = (await rep.post('/deals', { segmentId: api.segment, name: 'Press line', account: 'Harbour Mills' })).body.id
})
afterAll(() => api?.stop())

const inDays = (days: number) => new Date(Date.now() + days * day).toISOString()
const visits = async (query = '', by = manager) => (await by.get(`/visits${query}`)).body
const asks = async (at: string, meet: string, of = manager) => {
  const { status } = await rep.post(`/deals/${deal}/support-requests`, {
    name: 'Come along',
    details: 'They doubt that we can deliver',
    of: { kind: 'manager', manager: of.id, visit: { at, meet } },
  })
  expect(status).toBe(201)
}

test('a manager sees the visits they are asked along to, the next first, and those of colleagues where they ask for all', async () => {
  const [sooner, later] = [inDays(2), inDays(5)]
  await asks(later, 'The plant manager')
  await asks(sooner, 'The buyer')
  await asks(inDays(3), 'Their lawyer', colleague)
  const mine = await visits()
  expect(mine.items.map(({ at, meet }: { at: string; meet: string }) => [at, meet])).toEqual([
    [sooner, 'The buyer'],
    [later, 'The plant manager'],
  ])
  expect(mine.items[0]).toMatchObject({
    deal: { id: deal, name: 'Press line' },
    account: 'Harbour Mills',
    seller: { id: rep.id },
    manager: { id: manager.id },
    name: 'Come along',
    details: 'They doubt that we can deliver',
    acceptedAt: null,
  })
  expect((await visits('?of=team')).total).toBe(3)
})

test('before a visit one knows what they still have to give and from whom, what they object, and what was said last', async () => {
  await rep.post(`/deals/${deal}/interactions`, {
    interaction: { kind: 'call', at: new Date().toISOString(), note: 'They call back on Monday' },
    observations: [{ fact: 'element.inquiry', value: true }],
  })
  await rep.post(`/deals/${deal}/objections`, { type: 'price', statement: 'Too dear' })
  const [next] = (await visits()).items
  expect(next.standing).toMatchObject([{ deal: { id: deal }, stage: { id: 'funding' } }])
  expect(next.standing[0].missing.map(({ id }: { id: string }) => id)).toContain('budget')
  expect(next.objections).toMatchObject([{ statement: 'Too dear', type: 'Too expensive', status: 'raised' }])
  expect(next.interactions).toMatchObject([{ kind: 'call', note: 'They call back on Monday', facts: 1 }])
})

test('a visit that is accepted, moved to the time that was proposed, and told of, goes from what is to come to what is over', async () => {
  const [{ request }] = (await visits()).items
  const step = (path: string, body: object, by = manager) =>
    by.post(`/deals/${deal}/support-requests/${request}/${path}`, body)
  const proposed = inDays(9)
  await step('accept', {})
  await step('ask-back', { question: 'Could it be a week later?', visitAt: proposed })
  expect((await visits()).items[0]).toMatchObject({
    acceptedAt: expect.any(String),
    asked: { text: 'Could it be a week later?', visitAt: proposed },
  })
  await step('answer-question', { answer: 'Yes', visitAt: proposed }, rep)
  const moved = (await visits()).items.at(-1)
  expect(moved).toMatchObject({ request, at: proposed, asked: null })
  await step('answer', { verdict: 'answered', note: 'They will sign' })
  expect((await visits()).items.map((one: { request: string }) => one.request)).not.toContain(request)
  expect((await visits('?show=past')).items).toMatchObject([{ request, status: 'answered', note: 'They will sign' }])
})
