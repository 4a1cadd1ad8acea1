import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Condition, leadFactName } from '#engine'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Answer, type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let other: Person
let manager: Person
let ops: Person
let segment: string
beforeAll(async () => {
  api = await runningApi({
    model: { ...smallPurchase, attributes: [...(smallPurchase.attributes ?? []), city] },
  })
  ;[rep, other, manager, ops] = await Promise.all([
    api.signedIn('rep'),
    api.signedIn('rep'),
    api.signedIn('manager'),
    api.signedIn('ops'),
  ])
  segment = (await ops.post('/segments', { name: 'Cafés', mode: 'funnel' })).body.id
  const { body } = await ops.put(`/segments/${segment}/funnel`, { revision: 0, funnel })
  expect(body).toMatchObject({ revision: 1, funnel, tags: [] })
})
afterAll(() => api?.stop())

const city = { id: 'city', name: 'City', value: { kind: 'text' as const } }
const funnel = {
  stages: [
    { id: 'new', name: 'New' },
    { id: 'called', name: 'Called' },
  ],
  fields: [{ id: 'seats', name: 'Seats', value: { kind: 'number' } }, city],
}

const leads = (query: Record<string, string> = {}, by = manager) =>
  by.get(`/segments/${segment}/leads?${new URLSearchParams({ order: 'name', direction: 'up', ...query })}`)
const names = ({ body }: Answer): string[] => body.items.map(({ name }: { name: string }) => name)
const where = (fact: string, operator: string, value: unknown) => ({
  filter: JSON.stringify({ all: [{ fact, operator, value } as Condition] }),
})
const add = async (lead: object, by = manager) => {
  const { status, body } = await by.post(`/segments/${segment}/leads`, lead)
  expect(status).toBe(201)
  return body
}

test('a rep sees, finds and counts their own leads; managers and sales operations those of everybody', async () => {
  await add({ name: 'Ants', tags: ['vip'], fields: { seats: 40 }, ownerId: rep.id })
  await add({ name: 'Bees', contact: 'Maya', fields: { seats: 12 } }, other)
  await add({ name: 'Crows', stage: 'called', tags: ['vip', 'late'] })
  expect(names(await leads())).toEqual(['Ants', 'Bees', 'Crows'])
  expect(names(await leads({}, ops))).toEqual(['Ants', 'Bees', 'Crows'])
  expect(names(await leads({}, rep))).toEqual(['Ants'])
  expect(names(await leads({}, other))).toEqual(['Bees'])
  expect(names(await leads(where(leadFactName.field('seats'), 'lessThan', 20)))).toEqual(['Bees'])
  expect(names(await leads(where(leadFactName.tag('vip'), 'equal', true)))).toEqual(['Ants', 'Crows'])
  expect(names(await leads(where(leadFactName.own('owner'), 'isUnknown', true)))).toEqual(['Crows'])
  expect(names(await leads({ search: 'MAY' }))).toEqual(['Bees'])
  expect(names(await leads({ direction: 'down', pageSize: '1', page: '2' }))).toEqual(['Bees'])
  const counts = async (by: Person) => (await by.get(`/segments/${segment}/leads/counts`)).body
  expect(await counts(manager)).toMatchObject({
    stages: [
      { id: 'new', leads: 2 },
      { id: 'called', leads: 1 },
    ],
    total: 3,
  })
  expect(await counts(rep)).toMatchObject({ stages: [{ leads: 1 }, { leads: 0 }], total: 1 })
  expect((await manager.get(`/segments/${segment}/funnel`)).body.tags).toEqual([
    { tag: 'vip', leads: 2 },
    { tag: 'late', leads: 1 },
  ])
})

test('a filter that the funnel cannot answer is refused with what to do', async () => {
  const { status, body } = await leads(where(leadFactName.field('height'), 'equal', 1))
  expect([status, body.code]).toEqual([422, 'FACT_UNKNOWN'])
  expect((await leads({ filter: '{"all"' })).body).toMatchObject({ status: 400, code: 'REQUEST_INVALID' })
})

test('a filter is kept for all who work the segment, beside what sales operations sets, and removed by whom it belongs to', async () => {
  const path = `/segments/${segment}/lead-filters`
  const filter = { fact: leadFactName.field('seats'), operator: 'greaterThan', value: 20 }
  const key = randomUUID()
  const keep = (by: Person) => by.post(path, { name: 'Large', filter }, key)
  const [{ body: mine }, { body: theirs }] = await Promise.all([keep(rep), keep(manager)])
  expect((await keep(rep)).body).toEqual(mine)
  const kept = async () => (await ops.get(`/segments/${segment}/funnel`)).body
  expect((await kept()).filters).toHaveLength(2)
  const { revision } = await kept()
  await ops.put(`/segments/${segment}/funnel`, { revision, funnel })
  expect((await kept()).filters).toContainEqual({
    id: mine.id,
    name: 'Large',
    filter,
    by: expect.objectContaining({ id: rep.id }),
  })
  expect((await other.ask('DELETE', `${path}/${mine.id}`)).body.code).toBe('NOT_ALLOWED')
  expect((await rep.ask('DELETE', `${path}/${mine.id}`)).status).toBe(200)
  expect((await manager.ask('DELETE', `${path}/${theirs.id}`)).status).toBe(200)
  expect((await kept()).filters).toEqual([])
  const height = { ...filter, fact: leadFactName.field('height') }
  expect((await rep.post(path, { name: 'High', filter: height })).body.code).toBe('FACT_UNKNOWN')
})

test('a lead is changed on what was read of it, and only within its funnel', async () => {
  const lead = await add({ name: 'Doves', ownerId: rep.id }, manager)
  const change = (body: object, by = rep) => by.put(`/leads/${lead.id}`, { revision: lead.revision, ...body })
  expect((await change({ stage: 'gone' })).body.code).toBe('LEAD_STAGE_UNKNOWN')
  expect((await change({ fields: { seats: 'many' } })).body.code).toBe('VALUE_MISMATCH')
  expect((await change({ ownerId: other.id })).body.code).toBe('NOT_ALLOWED')
  expect((await change({}, other)).body.code).toBe('LEAD_NOT_FOUND')
  expect((await change({ stage: 'called', fields: { seats: 3 }, account: '' })).body).toMatchObject({
    stage: { id: 'called', name: 'Called' },
    fields: { seats: 3 },
    account: null,
    revision: 2,
  })
  expect((await change({ name: 'Late' })).body.code).toBe('STALE_VERSION')
})

test('a stage that leads stand at cannot go', async () => {
  const [stage] = funnel.stages
  const { body } = await ops.put(`/segments/${segment}/funnel`, { revision: 2, funnel: { ...funnel, stages: [stage] } })
  expect(body.code).toBe('LEAD_STAGE_IN_USE')
  expect((await ops.put(`/segments/${segment}/funnel`, { revision: 0, funnel })).body.code).toBe('STALE_VERSION')
})

test('many leads are changed at once, and taking it back leaves what came later', async () => {
  const [one, two] = [await add({ name: 'Emus', tags: ['a'] }), await add({ name: 'Finches', tags: ['a', 'b'] })]
  const of = { leads: [one.id, two.id, 'nobody'] }
  const key = randomUUID()
  const ask = () =>
    manager.post(
      `/segments/${segment}/leads/change`,
      { of, change: { addTags: ['b'], removeTags: ['a'], stage: 'called' } },
      key,
    )
  const { body: batch } = await ask()
  expect(batch).toMatchObject({ chosen: 2, changed: 2, undoneAt: null })
  expect((await ask()).body).toEqual(batch)
  const now = async (name: string) => (await leads({ search: name })).body.items[0]
  expect(await now('Emus')).toMatchObject({ tags: ['b'], stage: { id: 'called' } })
  await manager.put(`/leads/${one.id}`, { revision: 2, stage: 'new', tags: ['b', 'c'] })
  const undo = () => manager.post(`/lead-batches/${batch.id}/undo`)
  const { body: undone } = await undo()
  expect(undone.undoneAt).not.toBeNull()
  expect(await now('Emus')).toMatchObject({ tags: ['a', 'c'], stage: { id: 'new' } })
  expect(await now('Finches')).toMatchObject({ tags: ['a', 'b'], stage: { id: 'new' } })
  expect((await undo()).body).toEqual(undone)
  expect((await now('Finches')).revision).toBe(3)
})

test('a change by filter reaches all that it finds, of a rep only their own', async () => {
  await add({ name: 'Gulls', ownerId: rep.id })
  const filter = { fact: leadFactName.own('stage'), operator: 'equal', value: 'new' }
  const tagAll = { of: { all: { filter } }, change: { addTags: ['spring'] } }
  const { body: mine } = await rep.post(`/segments/${segment}/leads/change`, tagAll)
  expect(mine.changed).toBe(names(await leads(where(leadFactName.own('stage'), 'equal', 'new'), rep)).length)
  const { body: rest } = await manager.post(`/segments/${segment}/leads/change`, tagAll)
  expect(rest.chosen - rest.changed).toBe(mine.changed)
  expect(
    (await rep.post(`/segments/${segment}/leads/change`, { ...tagAll, change: { ownerId: other.id } })).body.code,
  ).toBe('NOT_ALLOWED')
  expect((await rep.get(`/lead-batches/${rest.id}`)).body.code).toBe('BATCH_NOT_FOUND')
})

test('a list is taken in by its keys, twice without doing anything twice, and says which rows it refused', async () => {
  const send = (text: string) => ops.upload(`/segments/${segment}/leads/import`, 'leads.csv', text)
  const list = 'key,name,tags,Seats,note\nh1,Herons,vip,30,x\nh2,Ibises,,,\n,Nobody,,,\nh3,Jays,,lots,\n'
  expect((await send(list)).body).toEqual({
    added: 2,
    changed: 0,
    unchanged: 0,
    refusedCount: 2,
    refused: [
      { line: 4, key: '', code: 'no-key', details: {}, why: expect.stringContaining('no key') },
      {
        line: 5,
        key: 'h3',
        code: 'number',
        details: { column: 'Seats', told: 'lots' },
        why: expect.stringContaining('not a number'),
      },
    ],
    columnsLeft: ['note'],
  })
  expect((await send(list)).body).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect((await send('key,name,tags,stage\nh1,Herons,new,\nh2,Ibis,,Called\n')).body).toMatchObject({ changed: 2 })
  expect((await leads({ search: 'Heron' })).body.items[0]).toMatchObject({
    tags: ['new', 'vip'],
    fields: { seats: 30 },
  })
  expect((await leads({ search: 'Ibis' })).body.items[0]).toMatchObject({ name: 'Ibis', stage: { id: 'called' } })
  expect((await send('name\nKites\n')).body.code).toBe('FILE_UNREADABLE')
})

test.each(['en', 'zh-Hant', 'zh-Hans'])(
  'a table of leads that was saved in %s is taken in again, with what was changed in it',
  async (language) => {
    const { bytes } = await ops.download(`/exports/leads/${segment}?search=Heron&language=${language}`)
    const send = (text: string) => ops.upload(`/segments/${segment}/leads/import`, 'leads.csv', text)
    const saved = new TextDecoder().decode(bytes)
    expect((await send(saved)).body).toMatchObject({ added: 0, changed: 0, unchanged: 1, refusedCount: 0 })
    expect((await send(saved.replace('30', `3${language.length}`))).body).toMatchObject({ changed: 1, refusedCount: 0 })
    await send('key,name,Seats\nh1,Herons,30\n')
  },
)

test('what a list would come to is told beforehand, and nothing of it stays', async () => {
  const list = 'key,name,tags,Seats\np1,Pigeons,vip,30\np2,Quails,,many\n'
  const send = (path: string) => ops.upload(`/segments/${segment}/leads/${path}`, 'leads.csv', list)
  const { body: preview } = await send('import/preview')
  expect(preview).toMatchObject({ added: 1, refusedCount: 1 })
  expect((await leads({ search: 'Pigeons' })).body.total).toBe(0)
  expect((await send('import')).body).toEqual(preview)
})

test('a lead becomes one deal, whoever asks how often, and what is known of it counts there', async () => {
  const lead = await add({
    name: 'Larks',
    account: 'Larks & Co',
    fields: { city: 'Tainan', seats: 9 },
    ownerId: rep.id,
  })
  const promote = (by: Person) => by.post(`/leads/${lead.id}/promote`, { segmentId: api.segment })
  const answers = await Promise.all([promote(rep), promote(manager), promote(rep)])
  const deals = new Set(answers.map(({ body }) => body.deal))
  expect(deals.size).toBe(1)
  const [deal] = deals
  expect((await promote(other)).body.code).toBe('LEAD_NOT_FOUND')
  const { body: page } = await rep.get(`/deals/${deal}`)
  expect(page.deal).toMatchObject({ name: 'Larks', account: 'Larks & Co', owner: { id: rep.id } })
  expect(Object.values(page.state.observations)).toMatchObject([{ fact: 'attribute.city', value: 'Tainan' }])
  const { body } = await leads({ search: 'Larks' })
  expect(body.items[0]).toMatchObject({ deal })
  expect((await manager.get(`/segments/${segment}/leads/counts`)).body.promoted).toBe(1)
  expect((await rep.put(`/leads/${lead.id}`, { revision: body.items[0].revision, stage: 'called' })).body.code).toBe(
    'LEAD_PROMOTED',
  )
})

test('a segment that is worked by process has no funnel', async () => {
  expect((await manager.get(`/segments/${api.segment}/leads`)).body.code).toBe('SEGMENT_IS_PROCESS')
  expect((await manager.get('/segments/none/funnel')).body.code).toBe('SEGMENT_NOT_FOUND')
})

test('leads are saved as a table as they are filtered and sorted, whole, and no spreadsheet runs what a lead is called', async () => {
  const tag = 'for the table'
  for (const name of ['=cmd|calc', 'Ärgerlich, "sehr"'])
    await add({ name, tags: [tag], fields: { seats: 30 }, ownerId: rep.id })
  await add({ name: 'Nobody’s', tags: [tag] })
  const filter = JSON.stringify({ all: [{ fact: leadFactName.tag(tag), operator: 'equal', value: true }] })
  const saved = async (by: Person) => {
    const query = new URLSearchParams({ order: 'name', direction: 'up', language: 'zh-Hant', filter })
    const { bytes } = await by.download(`/exports/leads/${segment}?${query}`)
    return new TextDecoder().decode(bytes).trim().split('\r\n')
  }
  const [header, ...rows] = await saved(manager)
  expect(header).toMatch(/^客戶編號,名稱,客戶,聯絡人,來源,階段,標籤,負責人,Seats,City,加入時間,/)
  expect(rows).toHaveLength(3)
  expect(rows.find((row) => row.includes('cmd'))).toMatch(/^,'=cmd\|calc,,,,New,for the table,A rep,30,,/)
  expect(await saved(rep)).toHaveLength(3)
  expect((await manager.get('/exports/leads/none')).body.code).toBe('SEGMENT_NOT_FOUND')
})

test('all leads that fit a filter become deals in the background, each once, and what became of each can be read', async () => {
  const tag = 'to promote'
  const filter = { fact: leadFactName.tag(tag), operator: 'equal', value: true }
  const gone = await add({ name: 'Already', tags: [tag] })
  await manager.post(`/leads/${gone.id}/promote`, { segmentId: api.segment })
  for (const n of [1, 2, 3])
    await add({ name: `Café ${n}`, account: 'Harbour Cafés', tags: [tag], fields: { city: 'Tainan' } })
  const orphan = await add({ name: 'Orphan', tags: [tag] })
  await api.running.database.db.lead.update({ where: { id: orphan.id }, data: { ownerId: 'somebody who left' } })
  const asked = { of: { all: { filter } }, segmentId: api.segment }
  const key = randomUUID()
  const begun = await manager.post(`/segments/${segment}/leads/promote`, asked, key)
  expect(begun.status).toBe(201)
  const counts = async () => (await manager.get(`/lead-promotions/${begun.body.id}`)).body.counts
  await expect.poll(async () => (await counts()).pending, { timeout: 60_000 }).toBe(0)
  expect(await counts()).toEqual({ pending: 0, done: 3, refused: 1, failed: 0 })
  const { items } = (await manager.get(`/lead-promotions/${begun.body.id}/rows`)).body
  expect(items.map(({ lead, code }: { lead: { name: string }; code: string }) => [lead.name, code])).toEqual([
    ['Café 1', null],
    ['Café 2', null],
    ['Café 3', null],
    ['Orphan', 'USER_NOT_FOUND'],
  ])
  const deal = (await manager.get(`/deals/${items[0].deal}`)).body
  expect(deal.deal).toMatchObject({ name: 'Café 1', account: 'Harbour Cafés' })
  expect(Object.values(deal.state.observations)).toMatchObject([{ fact: 'attribute.city', value: 'Tainan' }])
  expect(
    (await leads({ filter: JSON.stringify(filter) })).body.items.filter(({ deal }: { deal: string }) => deal),
  ).toHaveLength(4)
  expect((await rep.get(`/lead-promotions/${begun.body.id}`)).body.code).toBe('BATCH_NOT_FOUND')
  const none = { ...asked, of: { leads: [gone.id] } }
  expect((await manager.post(`/segments/${segment}/leads/promote`, none)).body.code).toBe('LEADS_NONE_TO_PROMOTE')
}, 120_000)
