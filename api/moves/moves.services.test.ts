import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  canonicalJson,
  diffModels,
  elementSchema,
  type ProcessModelDraft,
  processModelSchema,
  type Stage,
} from '#engine'
import type { DealState } from '#engine/deal'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { aClosing, aVisit } from '../../tests/support/deal-events.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import { aWorkerProcess } from '../../tests/support/worker-process.ts'
import type { DealPage } from '../deals/contract.ts'
import type { ImpactList, ImpactRow, Move, MovedDeal } from './contract.ts'

let api: RunningApi
let ops: Person
let manager: Person
let versions: string
let moves: string
beforeAll(async () => {
  api = await runningApi()
  ops = await api.signedIn('ops')
  manager = await api.signedIn('manager')
  versions = `/segments/${api.segment}/versions`
  moves = `/segments/${api.segment}/moves`
})
afterAll(() => api.stop(), 60_000)

const stages = smallPurchase.stages ?? []
const model = processModelSchema.parse(smallPurchase)
const audit = elementSchema.parse({ id: 'site-audit', name: 'Site audit', value: { kind: 'flag' }, from: ['handler'] })
/** The budget is no longer asked for, and what stands beside it is asked of everybody anew. */
const withoutBudget = (name: string) => ({
  ...smallPurchase,
  name,
  stages: stages.filter(({ id }) => id !== 'funding'),
  transitions: [
    { id: 'need-approval', from: 'need', to: 'approval' },
    { id: 'approval-signed', from: 'approval', to: 'signed' },
  ],
})

let version = 0
let deals: string[] = []
/** Thirty deals at three places, and a version that is newer than theirs. */
beforeEach(async () => {
  const { running } = api
  await running.database.db.deal.updateMany({ data: { status: 'closed' } })
  version = (await running.publishNext(withoutBudget(`Without budget ${version}`))).number
  deals = await Promise.all(Array.from({ length: 30 }, (_, n) => running.newDeal({ name: `Deal ${100 + n}` })))
  await Promise.all(
    deals.flatMap((id, n) => [
      n % 3 === 1 ? running.deals.change(id, { event: aVisit('asked', { 'element.inquiry': true }) }) : [],
      n % 3 === 2
        ? running.deals.change(id, { event: aVisit('all', { 'element.inquiry': true, 'element.budget': 7 }) })
        : [],
    ]),
  )
})

const statesOf = async (ids = deals) => {
  const rows = await api.running.database.db.deal.findMany({
    where: { id: { in: ids } },
    include: { modelVersion: { select: { number: true } } },
  })
  return new Map(rows.map((row) => [row.id, { ...row, state: row.state as unknown as DealState }]))
}
const through = async (id: string, state: Move['state'] = 'moved') => {
  await expect.poll(async () => (await ops.get(`${moves}/${id}`)).body.state, { timeout: 60_000 }).toBe(state)
  return (await ops.get(`${moves}/${id}`)).body as Move
}
const outcomes = async (id: string): Promise<MovedDeal[]> =>
  (await ops.get(`${moves}/${id}/deals?pageSize=200`)).body.items

it('what a version would do to every running deal is what the move then does, also to those that were chosen', async () => {
  const impact = await ops.get(`${versions}/${version}/impact?pageSize=200`)
  expect(impact.status).toBe(200)
  expect(impact.body.totals).toEqual({ stays: 10, moves: 0, loses: 20, cannot: 0 })
  expect(impact.body.total).toBe(30)
  const rows = new Map((impact.body.items as ImpactRow[]).map((row) => [row.deal.id, row.impact]))
  const before = await statesOf()
  const [left = '', ...chosen] = deals
  const begun = await ops.post(moves, { version, except: [left] })
  expect(begun.status).toBe(201)
  const done = await through(begun.body.id)
  expect(done.counts).toMatchObject({ moved: 29, pending: 0, refused: 0, failed: 0 })
  const after = await statesOf()
  for (const id of chosen) {
    const [was, is, shown] = [before.get(id), after.get(id), rows.get(id)]
    expect([is?.modelVersion.number, is?.openStages]).toEqual([version, shown?.to])
    expect(was?.openStages).toEqual(shown?.from)
    const cancelled = Object.keys(is?.state.tasks ?? {}).filter(
      (task) => was?.state.tasks[task]?.status === 'open' && is?.state.tasks[task]?.status === 'cancelled',
    )
    expect(cancelled).toEqual(shown?.lost.tasks.map((task) => task.id))
    expect(is?.state.observations).toEqual(was?.state.observations)
  }
  expect(after.get(left)?.modelVersion.number).toBe(1)
  expect((await ops.get(`${versions}/${version}/impact`)).body).toMatchObject({ total: 1, already: 29 })
}, 120_000)

const preview = async (number = version) => {
  const address = `${versions}/${number}/impact?pageSize=200`
  await expect.poll(async () => (await ops.get(address)).body.pending, { timeout: 30_000 }).toBe(0)
  return (await ops.get(address)).body as ImpactList
}

it('a deal on which the move would have another effect by then stays, and the report says so', async () => {
  const { asOf } = await preview()
  const [other = '', same = '', untouched = ''] = deals
  await api.running.deals.change(other, { event: aVisit('learnt since', { 'element.inquiry': true }) })
  await api.running.deals.change(same, { event: aVisit('nothing new') })
  const shown = (await ops.get(`${versions}/${version}/impact?pageSize=200&asOf=${asOf}`)).body as ImpactList
  expect(new Set(shown.items.flatMap(({ deal, changed }) => (changed ? [deal.id] : [])))).toEqual(
    new Set([other, same]),
  )
  const { id } = (await ops.post(moves, { version, asOf, deals: [other, same, untouched] })).body as Move
  expect((await through(id)).counts).toMatchObject({ moved: 2, changed: 1, refused: 0, failed: 0 })
  expect(await outcomes(id)).toMatchObject([
    { deal: { id: other }, status: 'changed', reason: expect.stringContaining('another effect') },
    { deal: { id: same }, status: 'moved' },
    { deal: { id: untouched }, status: 'moved' },
  ])
  expect((await statesOf([other])).get(other)?.modelVersion.number).toBe(1)
}, 60_000)

it('a move that rests on a preview takes only what was in it, of the kinds that were chosen', async () => {
  const { asOf } = await preview()
  const late = await api.running.newDeal({ name: 'Opened since' })
  const { id } = (await ops.post(moves, { version, asOf, kinds: ['stays'] })).body as Move
  expect((await through(id)).counts.moved).toBe(10)
  expect((await statesOf([late])).get(late)?.modelVersion.number).toBe(1)
  expect((await ops.post(moves, { version, asOf, deals: [late] })).body).toMatchObject({ code: 'NOTHING_TO_MOVE' })
  const longAgo = new Date(Date.parse(asOf) - 25 * 3_600_000).toISOString()
  expect((await ops.post(moves, { version, asOf: longAgo })).body).toMatchObject({ code: 'PREVIEW_TOO_OLD' })
  expect((await ops.post(moves, { version, kinds: ['stays'] })).body).toMatchObject({ code: 'REQUEST_INVALID' })
}, 60_000)

it('a deal that was chosen by hand goes with the kinds, and one that was deselected stays', async () => {
  const { asOf, items } = await preview()
  const [stays, loses] = (['stays', 'loses'] as const).map((kind) => items.filter(({ impact }) => impact.kind === kind))
  const [left = '', taken = ''] = [stays?.[0]?.deal.id, loses?.[0]?.deal.id]
  const wanted = { version, asOf, kinds: ['stays'], except: [left], also: [taken] }
  const { id } = (await ops.post(moves, wanted)).body as Move
  expect((await through(id)).counts.moved).toBe(10)
  const after = await statesOf([left, taken])
  expect([left, taken].map((deal) => after.get(deal)?.modelVersion.number)).toEqual([1, version])
  expect((await ops.post(moves, { version, also: [left] })).body).toMatchObject({ code: 'REQUEST_INVALID' })
}, 60_000)

it('a deal that was moved to a version without a fact it knows still calls it by its name', async () => {
  const { asOf } = await preview()
  const knowing = deals[2] ?? ''
  const page = async () => (await manager.get(`/deals/${knowing}`)).body as DealPage
  expect((await page()).formerFacts).toEqual({})
  await through(((await ops.post(moves, { version, asOf, kinds: ['stays'], also: [knowing] })).body as Move).id)
  expect((await page()).formerFacts).toEqual({ 'element.budget': expect.stringMatching(/budget/i) })
}, 60_000)

it('a preview is searched by name, version and kind, and its totals tell of all', async () => {
  await preview()
  const found = async (query: string) => (await ops.get(`${versions}/${version}/impact?${query}`)).body as ImpactList
  expect(await found('search=deal 10')).toMatchObject({ total: 10, totals: { stays: 10, loses: 20 } })
  expect(await found('search=%25')).toMatchObject({ total: 0 })
  expect(await found('from=1&kind=stays')).toMatchObject({ total: 10 })
  expect(await found('from=99')).toMatchObject({ total: 0, totals: { stays: 10, loses: 20 } })
}, 60_000)

it('a deal that does something otherwise is moved with it, and is as before once that is undone', async () => {
  const [mine = '', clashing = ''] = deals
  const adapt = async (deal: string, change: (stage: Stage) => Stage) => {
    const changed = { ...model, stages: model.stages.map((stage, n) => (n === 0 ? change(stage) : stage)) }
    const changes = diffModels(model, processModelSchema.parse(changed))
    expect((await manager.post(`/deals/${deal}/adapt`, { changes, reason: 'They audit' })).status).toBe(201)
    return changes
  }
  const own = await adapt(mine, (stage) => ({ ...stage, elements: [...stage.elements, audit] }))
  await adapt(clashing, (stage) => ({ ...stage, name: 'Heard by Acme' }))
  const [need, ...others] = withoutBudget('').stages
  const renamed = { ...withoutBudget('Renamed'), stages: [{ ...need, name: 'Need written down' }, ...others] }
  const { number } = await api.running.publishNext(renamed as ProcessModelDraft)
  const { asOf, items } = await preview(number)
  const impactOn = (deal: string) => items.find((row) => row.deal.id === deal)?.impact
  expect(impactOn(mine)).toMatchObject({ kind: 'stays' })
  expect(impactOn(clashing)).toMatchObject({ kind: 'cannot', why: expect.stringContaining('Heard by Acme') })

  const before = await statesOf([mine])
  const { id } = (await ops.post(moves, { version: number, asOf, deals: [mine, clashing] })).body as Move
  await through(id)
  expect(await outcomes(id)).toMatchObject([
    { deal: { id: mine }, status: 'moved' },
    { deal: { id: clashing }, status: 'refused', reason: expect.stringContaining('Heard by Acme') },
  ])
  const page = (await manager.get(`/deals/${mine}`)).body
  expect([page.version, page.state.own, page.model.stages[0].name]).toEqual([number, own, 'Need written down'])
  expect(page.lastMove).toMatchObject({ version: number, undone: false })
  expect(page.model.stages[0].elements).toContainEqual(expect.objectContaining({ id: audit.id }))

  await ops.post(`${moves}/${id}/undo`)
  await through(id, 'undone')
  const [was, is] = [before.get(mine), (await statesOf([mine])).get(mine)]
  expect([is?.state.own, is?.state.planHash, is?.modelVersion.number]).toEqual([own, was?.state.planHash, 1])
}, 90_000)

it('what was worked out for a deal is kept until the deal changes', async () => {
  await preview()
  const kept = () => api.running.database.db.dealImpact.count({ where: { dealId: { in: deals } } })
  expect(await kept()).toBe(30)
  await preview()
  expect(await kept()).toBe(30)
  await api.running.deals.change(deals[0] ?? '', { event: aVisit('since') })
  expect((await preview()).total).toBe(30)
  expect(await kept()).toBe(31)
}, 60_000)

it('what a drawing would do is what its version does once it is published', async () => {
  const { db } = api.running.database
  const model = processModelSchema.parse(withoutBudget('Drawn'))
  await db.processModel.updateMany({ where: { segmentId: api.segment }, data: { draft: model } })
  const address = `/segments/${api.segment}/model/impact?pageSize=200`
  await expect.poll(async () => (await ops.get(address)).body.pending, { timeout: 30_000 }).toBe(0)
  const drawn = (await ops.get(address)).body as ImpactList
  const { number } = await api.running.publishNext(withoutBudget('Drawn'))
  const kept = await db.dealImpact.count()
  const published = await preview(number)
  expect(published.items).toEqual(drawn.items)
  expect(await db.dealImpact.count()).toBe(kept)
  await db.processModel.updateMany({ where: { segmentId: api.segment }, data: { draft: { ...model, stages: [] } } })
  expect((await ops.get(address)).body).toMatchObject({ code: 'MODEL_HAS_ERRORS' })
}, 60_000)

it('the owner of a deal is told that it was moved, and that it was moved back', async () => {
  const [mine = ''] = deals
  const { id } = (await ops.post(moves, { version, deals: [mine] })).body as Move
  await through(id)
  await ops.post(`${moves}/${id}/undo`)
  await through(id, 'undone')
  const told = await api.running.database.db.notification.findMany({
    where: { dealId: mine, kind: { startsWith: 'model-move' } },
    orderBy: { seq: 'asc' },
    select: { kind: true, subject: true, userId: true },
  })
  expect(told).toEqual([
    { kind: 'model-moved', subject: String(version), userId: 'rep' },
    { kind: 'model-move-undone', subject: '1', userId: 'rep' },
  ])
}, 60_000)

it('how many deals run on which version is told', async () => {
  const { id } = (await ops.post(moves, { version, deals: deals.slice(0, 4) })).body as Move
  await through(id)
  expect((await ops.get(`/segments/${api.segment}/running-deals`)).body).toEqual({
    items: [
      { version, deals: 4 },
      { version: 1, deals: 26 },
    ],
  })
}, 60_000)

it('a deal that is closed meanwhile is told with its reason, and the others are moved', async () => {
  const [first = '', second = ''] = deals
  await api.running.stopWorker()
  const { id } = (await ops.post(moves, { version, deals: [first, second] })).body as Move
  await ops.post(`${moves}/${id}/pause`)
  await api.running.startWorker()
  await api.running.deals.change(first, { event: aClosing('close') })
  await ops.post(`${moves}/${id}/resume`)
  await through(id)
  expect(await outcomes(id)).toMatchObject([
    { deal: { id: first }, status: 'refused', code: 'DEAL_CLOSED', reason: expect.stringContaining('is closed') },
    { deal: { id: second }, status: 'moved', from: 1 },
  ])
}, 60_000)

describe('while a move runs', () => {
  it('it is paused, begins no other deal, and goes on to its end when it is resumed', async () => {
    await api.running.stopWorker()
    const begun = (await ops.post(moves, { version })).body as Move
    expect(begun).toMatchObject({ state: 'stopped', counts: { pending: 30 } })
    expect((await ops.post(`${moves}/${begun.id}/pause`)).status).toBe(201)
    await api.running.startWorker()
    await through(begun.id, 'paused')
    await api.running.deals.change(deals[0] ?? '', { event: aVisit('meanwhile') })
    expect((await ops.get(`${moves}/${begun.id}`)).body).toMatchObject({ state: 'paused', counts: { pending: 30 } })
    await ops.post(`${moves}/${begun.id}/resume`)
    expect((await through(begun.id)).counts).toMatchObject({ moved: 30, pending: 0 })
    expect((await ops.post(`${moves}/${begun.id}/pause`)).body).toMatchObject({ code: 'MOVE_ENDED' })
  }, 120_000)

  it('a worker that is killed in its middle is followed by another, and each deal is moved once', async () => {
    await api.running.stopWorker()
    const worker = await aWorkerProcess(api.running.environment)
    const { id } = (await ops.post(moves, { version })).body as Move
    const moved = () => api.running.database.db.movedDeal.count({ where: { moveId: id, status: 'moved' } })
    await expect.poll(moved, { timeout: 60_000, interval: 5 }).toBeGreaterThan(3)
    await worker.kill()
    expect(await moved()).toBeLessThan(30)
    await api.running.startWorker()
    expect((await through(id)).counts.moved).toBe(30)
    const events = await api.running.database.db.dealEvent.groupBy({
      by: ['dealId'],
      where: { dealId: { in: deals }, kind: 'model-moved' },
      _count: true,
    })
    expect(events.map(({ _count }) => _count)).toEqual(deals.map(() => 1))
    for (const [dealId, { state }] of await statesOf())
      expect(canonicalJson(state)).toBe(canonicalJson(await api.running.deals.state(dealId)))
  }, 180_000)
})

it('an undone move takes back what has not changed since, and tells of what has', async () => {
  const before = await statesOf()
  const { id } = (await ops.post(moves, { version })).body as Move
  await through(id)
  const [changed = ''] = deals
  await api.running.deals.change(changed, { event: aVisit('since') })
  expect((await ops.post(`${moves}/${id}/undo`)).status).toBe(201)
  const undone = await through(id, 'undone')
  expect(undone.counts).toMatchObject({ restored: 29, kept: 1, moved: 0 })
  const kept = (await outcomes(id)).filter(({ status }) => status === 'kept')
  expect(kept).toMatchObject([{ deal: { id: changed }, code: 'DEAL_WENT_ON', details: { deal: changed } }])
  const after = await statesOf()
  expect(deals.map((dealId) => after.get(dealId)?.modelVersion.number)).toEqual([
    version,
    ...deals.slice(1).map(() => 1),
  ])
  for (const dealId of deals.slice(1)) expect(after.get(dealId)?.openStages).toEqual(before.get(dealId)?.openStages)
}, 120_000)

it('only sales operations moves deals, to a version that there is, and where there is something to move', async () => {
  const rep = await api.signedIn('rep')
  expect((await rep.post(moves, { version })).status).toBe(403)
  expect((await rep.get(`${versions}/${version}/impact`)).status).toBe(403)
  expect((await ops.post(moves, { version: 99 })).body).toMatchObject({ code: 'MODEL_NOT_FOUND' })
  expect((await ops.post(moves, { version: 1 })).body).toMatchObject({ code: 'NOTHING_TO_MOVE' })
  expect((await ops.post(moves, { version, deals: ['nobody'] })).body).toMatchObject({ code: 'DEAL_NOT_FOUND' })
  expect((await ops.get(`${moves}/none`)).body).toMatchObject({ code: 'MOVE_NOT_FOUND' })
})
