import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

const [price] = smallPurchase.objectionTypes ?? []
const model = {
  ...smallPurchase,
  objectionTypes: [
    { id: 'price', name: 'Too expensive', ...price, due: { unit: 'days' as const, amount: 2 } },
    { id: 'trust', name: 'Does not know us' },
  ],
}

let api: RunningApi
let rep: Person
let manager: Person
let other: Person
const deals: string[] = []
beforeAll(async () => {
  api = await runningApi({ model })
  ;[rep, manager, other] = await Promise.all([api.signedIn('rep'), api.signedIn('manager'), api.signedIn('rep')])
  for (const name of ['Press', 'Lathe', 'Crane']) {
    const opened = await rep.post('/deals', { segmentId: api.segment, name })
    deals.push(opened.body.id)
  }
  const [press, lathe, crane] = deals
  await raise(press, 'price', 'Too dear', 'approve')
  await raise(lathe, 'price', 'Others ask half', 'approver')
  await raise(crane, 'trust', 'Never heard of you')
})
afterAll(() => api?.stop())

const raise = (deal: string | undefined, type: string, statement: string, about?: string) =>
  rep.post(`/deals/${deal}/objections`, { type, statement, stage: 'need', ...(about && { about }) })

type Row = { statement: string; deal: { id: string }; id: string; type: { id: string } }
const listed = async (query = '') => (await manager.get(`/objections${query}`)).body
const statements = async (query = ''): Promise<string[]> =>
  (await listed(query)).items.map(({ statement }: Row) => statement)

async function through(batch: string) {
  for (;;) {
    const { body } = await manager.get(`/batches/${batch}`)
    if (body.counts.pending === 0) return body
    await setTimeout(100)
  }
}

test('a manager sees what stands open over all deals, on what, since when, and who answers for it', async () => {
  const { items, types } = await listed()
  expect(items.map(({ statement }: Row) => statement)).toEqual(['Too dear', 'Others ask half', 'Never heard of you'])
  expect(items[0]).toMatchObject({
    deal: { id: deals[0], name: 'Press' },
    type: { id: 'price', name: 'Too expensive' },
    stage: { id: 'need', name: 'Need stated' },
    about: 'Approves the purchase',
    blocks: true,
    crossed: false,
    owner: { id: rep.id, name: 'A rep' },
    playbook: { strategy: 'answer', playbook: ['Show the cost of doing nothing'] },
  })
  expect(items[1].about).toBe('Approver')
  expect(types).toMatchObject([
    { type: { name: 'Too expensive' }, open: 2, overdue: 0, crossed: 0 },
    { type: { name: 'Does not know us' }, open: 1, overdue: 0, crossed: 0 },
  ])
  expect(await statements('?type=trust')).toEqual(['Never heard of you'])
  expect(await statements('?type=trust&stage=need')).toEqual(['Never heard of you'])
  expect(await statements('?stage=elsewhere')).toEqual([])
  expect(await statements('?show=overdue')).toEqual([])
  expect(await statements(`?owner=${manager.id}`)).toEqual([])
})

test('objections are sorted by their deal, or by how long they stand, and saved in that order', async () => {
  expect(await statements('?order=deal')).toEqual(['Never heard of you', 'Others ask half', 'Too dear'])
  expect(await statements('?order=raised&direction=down&pageSize=2')).toEqual(['Never heard of you', 'Others ask half'])
  const { bytes } = await manager.download('/exports/objections?order=deal&direction=down')
  const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual([
    'Too dear',
    'Others ask half',
    'Never heard of you',
  ])
})

test('one plan answers many objections, whoever answers for it is told, and one that could not be planned says why', async () => {
  const { items } = await listed('?type=price')
  const [, lathe] = deals
  await rep.post(`/deals/${lathe}/close`, { outcome: 'lost', reason: 'They bought elsewhere' })
  const plan = {
    objections: items.map(({ deal, id }: Row) => ({ deal: deal.id, id })),
    strategy: 'optimise',
    steps: ['Offer a lease'],
    owner: manager.id,
    due: '2030-01-01T00:00:00.000Z',
  }
  const key = crypto.randomUUID()
  const begun = await manager.post('/objections/plan', plan, key)
  expect(begun.status).toBe(201)
  expect((await manager.post('/objections/plan', plan, key)).body.id).toBe(begun.body.id)
  expect((await through(begun.body.id)).counts).toEqual({ pending: 0, done: 1, refused: 1, failed: 0 })
  const rows = (await manager.get(`/batches/${begun.body.id}/rows`)).body.items
  expect(rows).toMatchObject([
    { deal: { name: 'Lathe' }, target: { name: 'Others ask half' }, status: 'refused', code: 'DEAL_CLOSED' },
    { deal: { name: 'Press' }, target: { name: 'Too dear' }, status: 'done', code: null, reason: '' },
  ])
  expect((await listed(`?owner=${manager.id}`)).items).toMatchObject([
    { statement: 'Too dear', status: 'planned', strategy: 'optimise', owner: { id: manager.id }, dueAt: plan.due },
  ])
  const state = (await rep.get(`/deals/${deals[0]}`)).body.state
  expect(Object.values(state.objections)).toMatchObject([{ steps: ['Offer a lease'], owner: manager.id }])
  expect(Object.keys((await rep.get(`/deals/${deals[0]}`)).body.people)).toContain(manager.id)
})

test('a plan is answered for by the deal’s owner or by a manager, and by nobody who cannot work the deal', async () => {
  const [, , crane] = deals
  const { items } = await listed('?type=trust')
  const planned = (owner: string) =>
    rep.post(`/deals/${crane}/objections/${items[0].id}/plan`, { strategy: 'answer', steps: ['Call'], owner })
  expect((await planned(other.id)).body.code).toBe('USER_NOT_FOUND')
  expect((await planned(manager.id)).status).toBe(201)
  expect((await manager.get('/notifications')).body.items).toContainEqual(
    expect.objectContaining({ kind: 'objection-assigned', subject: 'Never heard of you' }),
  )
  const nobody = {
    objections: [{ deal: crane, id: items[0].id }],
    strategy: 'answer',
    steps: ['Call'],
    owner: other.id,
  }
  expect((await manager.post('/objections/plan', nobody)).body.code).toBe('USER_NOT_FOUND')
})

test('what was only crossed is listed as such until its deal is closed', async () => {
  const [, , crane] = deals
  const { items } = await listed('?type=trust')
  const step = (person: Person, name: string, body: object) =>
    person.post(`/deals/${crane}/objections/${items[0].id}/${name}`, body)
  await step(rep, 'plan', { strategy: 'cross', steps: ['Go on without'] })
  await step(rep, 'implement', {})
  await step(rep, 'feed-back', { feedback: 'They shrugged' })
  await step(manager, 'supervise', {})
  await step(rep, 'close', { outcome: 'crossed' })
  expect(await statements('?type=trust')).toEqual([])
  expect((await listed('?show=crossed')).items).toMatchObject([{ statement: 'Never heard of you', crossed: true }])
  await rep.post(`/deals/${crane}/close`, { outcome: 'lost', reason: 'No trust' })
  expect(await statements('?show=crossed')).toEqual([])
})
