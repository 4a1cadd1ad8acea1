import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import type { DealRow } from '../deals/contract.ts'

let api: RunningApi
let rep: Person
let manager: Person
let deals: string[]
let account: string
beforeAll(async () => {
  api = await runningApi()
  ;[rep, manager] = [await api.signedIn('rep'), await api.signedIn('manager')]
  const open = async (name: string, account: string) =>
    (await rep.post('/deals', { segmentId: api.segment, name, account })).body.id
  deals = [await open('Press line', 'Harbour Mills'), await open('Paint shop', 'Harbour Mills')]
  await open('Crane', 'Somebody else')
  account = (await manager.get('/search?q=Harbour')).body.accounts.items[0].id
})
afterAll(() => api?.stop())

const codeOf = async (answer: Promise<{ body: { code: string } }>) => (await answer).body.code

test('an account is marked as a key account with a reason, again with a better one, and taken off again', async () => {
  expect(await codeOf(manager.put('/key-accounts/none', { reason: 'Large' }))).toBe('ACCOUNT_NOT_FOUND')
  expect(await codeOf(manager.get(`/key-accounts/${account}`))).toBe('KEY_ACCOUNT_NOT_FOUND')
  for (const reason of ['Large', 'A third of our sales'])
    expect((await manager.put(`/key-accounts/${account}`, { reason })).status).toBe(200)
  expect((await manager.get('/key-accounts')).body).toMatchObject({
    total: 1,
    items: [
      {
        account: { name: 'Harbour Mills' },
        reason: 'A third of our sales',
        by: { id: manager.id },
        deals: 2,
        stuck: 0,
      },
    ],
  })
  const marksOf = async (person: Person) =>
    (await person.get('/deals?order=name&direction=up')).body.items.map((deal: DealRow) => [deal.name, deal.keyAccount])
  const marked = [
    ['Crane', false],
    ['Paint shop', true],
    ['Press line', true],
  ]
  expect(await marksOf(rep)).toEqual(marked)
  await manager.ask('DELETE', `/key-accounts/${account}`)
  expect(await marksOf(rep)).toEqual(marked.map(([name]) => [name, false]))
  expect((await manager.get('/key-accounts')).body.total).toBe(0)
  expect(await codeOf(manager.ask('DELETE', `/key-accounts/${account}`))).toBe('KEY_ACCOUNT_NOT_FOUND')
})

test('a key account has all its deals and what holds them, the next visit, what was said last and what managers said of that', async () => {
  await manager.put(`/key-accounts/${account}`, { reason: 'A third of our sales' })
  const [press, paint] = deals
  const at = new Date(Date.now() + 86_400_000).toISOString()
  await rep.post(`/deals/${press}/support-requests`, {
    name: 'Come along',
    of: { kind: 'manager', manager: manager.id, visit: { at, meet: 'The buyer' } },
  })
  const { body: recorded } = await rep.post(`/deals/${paint}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString(), note: 'At their plant' },
    observations: [{ fact: 'element.inquiry', value: true }],
  })
  await manager.post(`/deals/${paint}/remarks`, { seq: recorded.seq, kind: 'coaching', text: 'Ask for the budget' })
  const { body } = await manager.get(`/key-accounts/${account}`)
  expect(body.deals.map(({ name }: { name: string }) => name).sort()).toEqual(['Paint shop', 'Press line'])
  expect(
    body.standing.map((one: { deal: { name: string }; stage: { id: string } }) => [one.deal.name, one.stage.id]).sort(),
  ).toEqual([
    ['Paint shop', 'funding'],
    ['Press line', 'need'],
  ])
  expect(body.visits).toMatchObject([{ deal: { id: press }, at, meet: 'The buyer' }])
  expect(body.interactions).toMatchObject([{ deal: { id: paint }, note: 'At their plant' }])
  expect(body.remarks).toMatchObject([{ text: 'Ask for the budget', deal: { id: paint }, by: { id: manager.id } }])
  expect((await manager.get('/key-accounts')).body.items[0]).toMatchObject({
    deals: 2,
    visitAt: at,
    lastAt: expect.any(String),
  })
})
