import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import type { Search } from './contract.ts'

let api: RunningApi
let rep: Person
let other: Person
let manager: Person
let ops: Person
let legal: Person
beforeAll(async () => {
  api = await runningApi()
  ;[rep, other, manager, ops, legal] = await Promise.all([
    api.signedIn('rep'),
    api.signedIn('rep'),
    api.signedIn('manager'),
    api.signedIn('ops'),
    api.signedIn('resource-owner', ['legal']),
  ])
  await opens(rep, 'Press line 3', '台灣精密工業', { name: '王小明', title: '採購經理' })
  await opens(rep, 'ＥＲＰ 授權 100%', 'Globex', { name: "Siobhan O'Neil", title: 'Head of IT' })
  await opens(other, 'Robot press_2', 'Acme Steel', { name: '王大華', title: 'CFO' })
})
afterAll(() => api?.stop())

async function opens(by: Person, name: string, account: string, person: { name: string; title: string }) {
  const { body } = await by.post('/deals', { segmentId: api.segment, name, account })
  const role = smallPurchase.chain?.roles?.[0]?.id
  expect((await by.post(`/deals/${body.id}/people`, { ...person, role })).status).toBe(201)
  return body.id
}

async function found(q: string, by = manager): Promise<Search> {
  const { status, body } = await by.get(`/search?${new URLSearchParams({ q })}`)
  expect(status).toBe(200)
  return body
}
const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name)
const dealsOf = async (q: string, by = manager) => names((await found(q, by)).deals).sort()

test('a deal is found by any part of its name or its account’s, whatever the case and width, and each word in either', async () => {
  expect(await dealsOf('RESS')).toEqual(['Press line 3', 'Robot press_2'])
  expect(await dealsOf('press steel')).toEqual(['Robot press_2'])
  expect(await dealsOf('erp')).toEqual(['ＥＲＰ 授權 100%'])
  expect(await dealsOf('ｐｒｅｓｓ　ｌｉｎｅ')).toEqual(['Press line 3'])
  expect(await dealsOf('press paint')).toEqual([])
})

test('one or two Chinese characters are enough, wherever they stand', async () => {
  expect(await dealsOf('精')).toEqual(['Press line 3'])
  expect(await dealsOf('密工')).toEqual(['Press line 3'])
  expect(await dealsOf('權')).toEqual(['ＥＲＰ 授權 100%'])
  expect(names((await found('王')).people).sort()).toEqual(['王大華', '王小明'])
  expect(names((await found('採購')).people)).toEqual(['王小明'])
})

test('a percent sign, an underscore, a quote and a backslash mean themselves', async () => {
  expect(await dealsOf('%')).toEqual(['ＥＲＰ 授權 100%'])
  expect(await dealsOf('s_2')).toEqual(['Robot press_2'])
  expect(names((await found("o'n")).people)).toEqual(["Siobhan O'Neil"])
  expect(await dealsOf('\\')).toEqual([])
  expect((await manager.get('/search?q=%20')).body).toMatchObject({ status: 400, code: 'REQUEST_INVALID' })
})

test('a rep finds their own deals, accounts and people, and nobody else’s', async () => {
  const mine = await found('press', rep)
  expect([names(mine.deals), mine.deals.count]).toEqual([['Press line 3'], 1])
  expect(names((await found('王', rep)).people)).toEqual(['王小明'])
  expect(names((await found('acme', rep)).accounts)).toEqual([])
  expect(names((await found('acme', other)).accounts)).toEqual(['Acme Steel'])
  expect((await found('example.com', rep)).users.count).toBe(0)
})

test('sales operations finds models and what is drawn, a department its requests, and neither a deal', async () => {
  const { id } = (await ops.post('/segments', { name: 'Wind farms', mode: 'process', template: 'small-purchase' })).body
  expect((await found('wind', ops)).models.items).toEqual([{ kind: 'segment', id, name: 'Wind farms' }])
  const stage = smallPurchase.stages?.[0]?.name ?? ''
  expect((await found(stage, ops)).drawn.items[0]).toMatchObject({ name: stage, place: { kind: 'stage' } })
  expect((await found('press', ops)).deals.count).toBe(0)
  const press = (await found('press line', rep)).deals.items[0]?.id
  const of = { kind: 'department', department: 'legal' }
  expect((await rep.post(`/deals/${press}/support-requests`, { name: '看合約條款', of })).status).toBe(201)
  expect((await found('合約', legal)).requests.items).toMatchObject([{ name: '看合約條款', deal: { id: press } }])
  expect(await found('press', legal)).toMatchObject({
    deals: { count: 0 },
    people: { count: 0 },
    accounts: { count: 0 },
  })
  expect((await found('合約', await api.signedIn('resource-owner'))).requests.count).toBe(0)
})

test('leads are found by their name, account and contact, a rep’s own', async () => {
  const segment = (await ops.post('/segments', { name: 'Cafés', mode: 'funnel' })).body.id
  await rep.post(`/segments/${segment}/leads`, { name: '山丘咖啡', contact: 'Maya Lin' })
  expect((await found('咖啡')).leads.items).toMatchObject([
    { name: '山丘咖啡', segment: { id: segment, name: 'Cafés' } },
  ])
  expect((await found('maya', rep)).leads.count).toBe(1)
  expect((await found('maya', other)).leads.count).toBe(0)
})

test('who leaves the deal, or is renamed, is found by what they are called now', async () => {
  const deal = await opens(rep, 'Cold store', 'Initech', { name: 'Bill Lumbergh', title: 'VP' })
  const person = (await found('lumbergh')).people.items[0]
  const change = { role: smallPurchase.chain?.roles?.[0]?.id, name: 'William Lumbergh', title: 'VP' }
  expect((await rep.post(`/deals/${deal}/people/${person?.id}/change`, change)).status).toBe(201)
  expect(names((await found('lumbergh')).people)).toEqual(['William Lumbergh'])
  expect((await rep.post(`/deals/${deal}/people/${person?.id}/remove`, { reason: 'Left' })).status).toBe(201)
  expect((await found('lumbergh')).people.count).toBe(0)
})

test('a name that begins with what is looked for comes before one that only holds it', async () => {
  await opens(rep, 'Depress gauge', 'Hooli', { name: 'Ann', title: '' })
  const { deals } = await found('press')
  expect(names(deals)).toEqual(['Press line 3', 'Robot press_2', 'Depress gauge'])
})

test('the list of deals finds by the same, and is sorted by name up and down', async () => {
  const listed = async (query: Record<string, string>, by = manager) =>
    names((await by.get(`/deals?${new URLSearchParams(query)}`)).body)
  expect(await listed({ search: 'press', order: 'name', direction: 'up' })).toEqual([
    'Depress gauge',
    'Press line 3',
    'Robot press_2',
  ])
  expect(await listed({ search: '精密' }, rep)).toEqual(['Press line 3'])
  expect(await listed({ search: '精密' }, other)).toEqual([])
  expect((await listed({ order: 'name', direction: 'down', pageSize: '2' }))[1]).toBe('Robot press_2')
  expect(await listed({ search: '%' })).toEqual(['ＥＲＰ 授權 100%'])
})
