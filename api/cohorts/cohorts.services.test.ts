import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

const day = 86_400_000

let api: RunningApi
let rep: Person
let other: Person
let manager: Person
const deals: string[] = []
beforeAll(async () => {
  api = await runningApi({
    model: { ...smallPurchase, objectionTypes: [{ id: 'price', name: 'Too expensive', blocks: true }] },
  })
  ;[rep, other, manager] = await Promise.all([api.signedIn('rep'), api.signedIn('rep'), api.signedIn('manager')])
  for (const [name, seller] of [
    ['Press', rep],
    ['Lathe', rep],
    ['Crane', other],
  ] as const)
    deals.push((await seller.post('/deals', { segmentId: api.segment, name })).body.id)
})
afterAll(() => api?.stop())

const learn = (seller: Person, deal: string | undefined, fact: string, value: unknown) =>
  seller.post(`/deals/${deal}/interactions`, {
    interaction: { kind: 'call', at: new Date().toISOString() },
    observations: [{ fact, value }],
  })
type Stage = { id: string; deals: number }
type Row = { deal: { name: string } }
const stageOf = async (id: string) =>
  (await manager.get(`/segments/${api.segment}/cohort`)).body.stages.find((stage: Stage) => stage.id === id)
const rows = async (query = '') => (await manager.get(`/segments/${api.segment}/cohort/deals${query}`)).body
const names = async (query = '') => (await rows(query)).items.map(({ deal }: Row) => deal.name)

/** Lets a stay have begun, and ended, so many days ago. */
const stay = (dealId: string, stageId: string, since: number, passed?: number) => {
  const data = {
    since: new Date(Date.now() - since * day),
    ...(passed !== undefined && { passedAt: new Date(Date.now() - passed * day) }),
  }
  return api.running.database.db.stay.upsert({
    where: { dealId_stageId: { dealId, stageId } },
    update: data,
    create: { dealId, stageId, segmentId: api.segment, ownerId: 'somebody', objections: 0, requests: 0, ...data },
  })
}

test('a manager sees every stage with its deals and who works them', async () => {
  await learn(rep, deals[0], 'element.inquiry', true)
  const { body } = await manager.get(`/segments/${api.segment}/cohort`)
  expect(body.deals).toBe(3)
  expect(body.stages.map(({ id, deals }: Stage) => [id, deals])).toEqual([
    ['need', 2],
    ['funding', 1],
    ['approval', 0],
    ['signed', 0],
  ])
  expect((await stageOf('need')).sellers.map(({ id, deals }: Stage) => [id, deals]).sort()).toEqual(
    [
      [rep.id, 1],
      [other.id, 1],
    ].sort(),
  )
  expect(await names('?stage=funding')).toEqual(['Press'])
  expect(await names(`?stage=need&seller=${other.id}`)).toEqual(['Crane'])
})

test('a deal that stands longer than three of four of those that passed is late, and nobody is while too few have passed', async () => {
  const [press = '', lathe = ''] = deals
  await stay(lathe, 'need', 9)
  expect(await stageOf('need')).toMatchObject({ late: 0, usual: null })
  for (const [n, took] of [2, 4, 6].entries()) {
    const { body } = await other.post('/deals', { segmentId: api.segment, name: `Done ${n}` })
    await other.post(`/deals/${body.id}/close`, { outcome: 'lost', reason: 'For the record' })
    await stay(body.id, 'need', took + 1, 1)
  }
  await stay(press, 'need', 9, 1)
  expect(await stageOf('need')).toMatchObject({
    deals: 2,
    late: 1,
    usual: { median: 5 * day, most: 6.5 * day, deals: 4 },
  })
  expect(await names('?stuck=late')).toEqual(['Lathe'])
  expect(await names('?stuck=any')).toEqual(['Lathe'])
  expect(await names(`?since=${new Date(Date.now() - 8 * day).toISOString()}`)).toEqual(['Lathe'])
})

test('each deal says what it waits for: missing facts, the objection that holds it, the request it waits for', async () => {
  const [press, , crane] = deals
  await other.post(`/deals/${crane}/objections`, { type: 'price', statement: 'Too dear', stage: 'need' })
  await learn(rep, press, 'attribute.amount', 30_000)
  await learn(rep, press, 'element.budget', 40_000)
  expect((await rows('?stuck=objection')).items).toMatchObject([
    {
      deal: { name: 'Crane' },
      stage: { name: 'Need stated' },
      seller: { id: other.id },
      missing: [{ kind: 'element', name: 'Inquiry received' }],
      objections: [{ name: 'Too dear', type: 'Too expensive' }],
    },
  ])
  expect((await rows('?stuck=request')).items).toMatchObject([
    {
      deal: { name: 'Press' },
      stage: { name: 'Purchase approved' },
      requests: [{ name: 'Review of the terms', department: 'Legal' }],
    },
  ])
  expect(await stageOf('need')).toMatchObject({ objections: 1 })
  expect(await stageOf('approval')).toMatchObject({ requests: 1 })
})

async function through(batch: string) {
  for (;;) {
    const { body } = await manager.get(`/batches/${batch}`)
    if (body.counts.pending === 0) return body
    await setTimeout(100)
  }
}
const tasksOf = async (deal: string | undefined) =>
  Object.values((await manager.get(`/deals/${deal}`)).body.state.tasks as Record<string, { name: string }>).filter(
    ({ name }) => name === 'Ask for the inquiry in writing',
  )

test('one task for all that a filter finds is owed by each deal’s seller, and is taken back where it is still owed', async () => {
  const [, lathe, crane] = deals
  const due = '2031-01-01T00:00:00.000Z'
  const task = {
    of: { all: { stage: 'need' } },
    name: 'Ask for the inquiry in writing',
    reason: 'It is late',
    due,
    brings: 'inquiry',
  }
  const begun = await manager.post(`/segments/${api.segment}/cohort/tasks`, task)
  expect(begun.status).toBe(201)
  expect(await through(begun.body.id)).toMatchObject({ counts: { done: 2, refused: 0 }, undoable: true })
  expect(await tasksOf(lathe)).toMatchObject([
    { status: 'open', assignee: rep.id, dueAt: due, stage: 'need', brings: ['inquiry'] },
  ])
  await learn(other, crane, 'element.inquiry', true)
  expect(await tasksOf(crane)).toMatchObject([{ status: 'effect-obtained' }])

  const undone = await manager.post(`/batches/${begun.body.id}/undo`, { reason: 'The wrong deals' })
  expect((await through(undone.body.id)).counts).toMatchObject({ done: 1, refused: 1 })
  const { items } = (await manager.get(`/batches/${undone.body.id}/rows`)).body
  expect(items).toMatchObject([
    { deal: { name: 'Crane' }, status: 'refused', code: 'TASK_CLOSED' },
    { deal: { name: 'Lathe' }, status: 'done' },
  ])
  expect(await tasksOf(lathe)).toMatchObject([{ status: 'cancelled' }])
  expect((await manager.get(`/batches/${begun.body.id}`)).body).toMatchObject({
    undoable: false,
    undoneBy: undone.body.id,
  })
  const again = await manager.post(`/batches/${begun.body.id}/undo`, { reason: 'Once more' })
  expect(again.body.id).toBe(undone.body.id)
  expect((await manager.post(`/batches/${undone.body.id}/undo`, { reason: 'Back' })).body.code).toBe(
    'BATCH_CANNOT_BE_UNDONE',
  )
})

test('a department is asked once a deal for the same, and what it has accepted is not taken back', async () => {
  const [press, lathe] = deals
  const lawyer = await api.signedIn('resource-owner', ['legal'])
  const request = {
    of: {
      deals: [
        { deal: press, stage: 'approval' },
        { deal: lathe, stage: 'need' },
      ],
    },
    department: 'legal',
    name: 'Explain our terms',
  }
  const begun = await manager.post(`/segments/${api.segment}/cohort/support`, request)
  expect((await through(begun.body.id)).counts).toMatchObject({ done: 2 })
  const asked = (await lawyer.get('/support-requests')).body.items.filter(
    ({ name }: { name: string }) => name === 'Explain our terms',
  )
  expect(asked).toHaveLength(2)
  const mine = asked.find((one: { dealId: string }) => one.dealId === press)
  expect((await lawyer.post(`/deals/${press}/support-requests/${mine.id}/accept`)).status).toBe(201)
  const undone = await manager.post(`/batches/${begun.body.id}/undo`, { reason: 'They met already' })
  await through(undone.body.id)
  expect((await manager.get(`/batches/${undone.body.id}/rows`)).body.items).toMatchObject([
    { deal: { name: 'Lathe' }, status: 'done' },
    { deal: { name: 'Press' }, status: 'refused', code: 'SUPPORT_REQUEST_HELD' },
  ])
  const unknown = await manager.post(`/segments/${api.segment}/cohort/support`, { ...request, department: 'nobody' })
  expect(unknown.body.code).toBe('DEPARTMENT_NOT_FOUND')
})

test('a closed deal stands nowhere', async () => {
  await other.post(`/deals/${deals[2]}/close`, { outcome: 'lost', reason: 'They bought elsewhere' })
  expect(await names('?stage=need')).toEqual(['Lathe'])
  expect(await stageOf('need')).toMatchObject({ deals: 1, objections: 0 })
})
