import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Change, diffModels, inverseOf, type ProcessModel, processModelSchema } from '#engine'
import type { DealState } from '#engine/deal'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import type { ImpactList } from '../moves/contract.ts'
import type { TakingOver } from './contract.ts'

let api: RunningApi
let ops: Person
let manager: Person
let rep: Person
beforeAll(async () => {
  api = await runningApi()
  ;[ops, manager, rep] = await Promise.all([api.signedIn('ops'), api.signedIn('manager'), api.signedIn('rep')])
})
afterAll(() => api?.stop(), 60_000)

type Edit = (model: ProcessModel) => ProcessModel
type StageEdit = (stage: ProcessModel['stages'][number]) => ProcessModel['stages'][number]

const all =
  (...edits: Edit[]): Edit =>
  (model) =>
    edits.reduce((drawn, edit) => edit(drawn), model)
const onStage =
  (id: string, edit: StageEdit): Edit =>
  (model) => ({ ...model, stages: model.stages.map((stage) => (stage.id === id ? edit(stage) : stage)) })
const named = (id: string, name: string) => onStage(id, (stage) => ({ ...stage, name }))
const asking = (id: string, element: { id: string; name: string; from: string }) =>
  onStage(id, (stage) => {
    const asked = { ...element, from: [element.from], value: { kind: 'flag' as const } }
    return { ...stage, elements: [...stage.elements, { ...asked, grade: 'said', required: true }] }
  })
const without = (id: string, action: string) =>
  onStage(id, (stage) => ({ ...stage, actions: stage.actions.filter((one) => one.id !== action) }))

async function draw(path: string, edit: Edit): Promise<ProcessModel> {
  const { model, revision } = (await ops.get(`${path}/model`)).body
  expect((await ops.put(`${path}/model`, { model: edit(model), revision })).status).toBe(200)
  return published(path, 'As the company buys')
}

async function published(path: string, note: string): Promise<ProcessModel> {
  const { model, revision } = (await ops.get(`${path}/model`)).body
  expect((await ops.post(`${path}/model/publish`, { revision, note })).status).toBe(201)
  return model
}

/** A deal of the segment that waits for its budget, and does otherwise what is told. */
async function aDeal(segmentId: string, own: Edit = (model) => model): Promise<{ id: string; own: Edit }> {
  const { id } = (await rep.post('/deals', { segmentId, name: `Deal ${randomUUID()}`, account: 'Acme' })).body
  const learnt = [
    { fact: 'element.inquiry', value: true },
    { fact: 'attribute.amount', value: 40_000 },
  ]
  const interaction = { kind: 'visit', at: '2026-03-02T09:00:00.000Z' }
  expect((await rep.post(`/deals/${id}/interactions`, { interaction, observations: learnt })).status).toBe(201)
  const { model } = (await manager.get(`/deals/${id}`)).body
  const changes = diffModels(model, own(model))
  if (changes.length === 0) return { id, own }
  expect((await manager.post(`/deals/${id}/adapt`, { changes, reason: 'So they buy' })).status).toBe(201)
  return { id, own }
}

const pageOf = async (deal: string) => (await manager.get(`/deals/${deal}`)).body
const openTasks = ({ tasks }: DealState) =>
  Object.values(tasks).flatMap(({ status, name }) => (status === 'open' ? [name] : []))
const onePerLine = (changes: Change[]) => changes.map((change) => JSON.stringify(change)).toSorted()

async function untilMoved(move: string): Promise<void> {
  await expect.poll(async () => (await ops.get(move)).body.state, { timeout: 30_000 }).toBe('moved')
}

it('a change of the base comes through its segment to the running deals, and what segment and deal do otherwise stays or is told with both sides', async () => {
  const base = (await ops.post('/base-models', { name: 'How we are bought from' })).body.id
  const company = await draw(`/base-models/${base}`, () => processModelSchema.parse(smallPurchase))
  const segment = (await ops.post('/segments', { name: 'Hospitals', base })).body.id
  const tender = { id: 'tender', name: 'Tender number', from: 'finance-head' }
  const hospitals = await draw(`/segments/${segment}`, all(named('need', 'Need heard'), asking('funding', tender)))

  const audit = { id: 'site-audit', name: 'Site audit', from: 'approver' }
  const plain = await aDeal(segment)
  const mine = await aDeal(segment, asking('approval', audit))
  const clashing = await aDeal(segment, named('signed', 'Signed by Acme'))
  const before = await Promise.all([plain, mine, clashing].map(({ id }) => pageOf(id)))

  // The base changes what nobody else touched, what the segment changed too, and what one deal changed too.
  const purpose = { id: 'purpose', name: 'What it is for', from: 'handler' }
  const newCompany = await draw(
    `/base-models/${base}`,
    all(
      named('need', 'Need written'),
      named('signed', 'Signed by both'),
      without('funding', 'meet-finance'),
      asking('approval', purpose),
    ),
  )

  const preview = (await ops.get(`/segments/${segment}/take-over`)).body as TakingOver
  const { conflicts, account, revision, version } = preview
  expect(conflicts).toMatchObject([
    { place: { id: 'need' }, path: ['name'], base: 'Need stated', ours: 'Need heard', theirs: 'Need written' },
  ])
  const [ours, theirs] = (['ours', 'theirs'] as const).map((side) => conflicts.flatMap(({ changes }) => changes[side]))
  // What each side changed stands in the account or in the conflict, once.
  expect(onePerLine([...account.taken, ...(theirs ?? [])])).toEqual(onePerLine(diffModels(company, newCompany)))
  expect(onePerLine([...account.kept, ...(ours ?? [])])).toEqual(onePerLine(diffModels(company, hospitals)))
  expect([account.common, account.moot]).toEqual([[], []])

  const settled = await ops.post(`/segments/${segment}/take-over`, { version, revision, sides: ['ours'] })
  expect(settled.status).toBe(201)
  const newHospitals = await published(`/segments/${segment}`, 'With version 2 of the base')
  expect(diffModels(newCompany, newHospitals)).toEqual(diffModels(company, hospitals).map(onNewBase))

  const impacts = (await ops.get(`/segments/${segment}/versions/2/impact`)).body as ImpactList
  expect(impacts.pending).toBe(0)
  const impactOn = ({ id }: { id: string }) => impacts.items.find(({ deal }) => deal.id === id)?.impact
  for (const deal of [plain, mine])
    expect(impactOn(deal)).toMatchObject({ kind: 'loses', lost: { facts: [], tasks: [{ name: openTask }] } })
  const both = (text: string) => expect(text).toMatch(/Signed by Acme.*Signed by both/)
  expect(impactOn(clashing)).toMatchObject({ kind: 'cannot', code: 'OWN_CHANGES_CONFLICT' })
  both(impactOn(clashing)?.why ?? '')

  const chosen = { version: 2, asOf: impacts.asOf, deals: [plain.id, mine.id, clashing.id] }
  const move = `/segments/${segment}/moves/${(await ops.post(`/segments/${segment}/moves`, chosen)).body.id}`
  await untilMoved(move)
  expect((await ops.get(move)).body.counts).toMatchObject({ moved: 2, refused: 1, failed: 0, changed: 0 })
  both((await ops.get(`${move}/deals?status=refused`)).body.items[0].reason)

  for (const [deal, was] of [plain, mine].map((one, n) => [one, before[n]] as const)) {
    const is = await pageOf(deal.id)
    expect([is.version, is.model]).toEqual([2, deal.own(newHospitals)])
    expect(is.state.own ?? []).toEqual(diffModels(newHospitals, is.model))
    expect(is.state.observations).toEqual(was.state.observations)
    expect(is.state.deviations).toEqual(was.state.deviations)
    expect([openTasks(was.state), openTasks(is.state)]).toEqual([[openTask], []])
    expect(is.state.stages).toMatchObject({ need: { status: 'completed' }, funding: { status: 'open' } })
  }
  const stayed = await pageOf(clashing.id)
  expect([stayed.version, stayed.state]).toEqual([1, before[2].state])

  // Once the deal's own side is taken back, the deal can come along as well.
  const back = { changes: stayed.state.own.map(inverseOf), reason: 'As everybody signs' }
  expect((await manager.post(`/deals/${clashing.id}/adapt`, back)).status).toBe(201)
  const second = await ops.post(`/segments/${segment}/moves`, { version: 2, deals: [clashing.id] })
  await untilMoved(`/segments/${segment}/moves/${second.body.id}`)
  const followed = await pageOf(clashing.id)
  expect([followed.version, followed.model]).toEqual([2, newHospitals])
  expect(followed.state.observations).toEqual(before[2].state.observations)
  expect(Object.keys(followed.state.deviations)).toHaveLength(2)
}, 120_000)

const openTask = 'Meet the head of finance'
/** The segment's name for the first stage stands against what the base calls it now. */
const onNewBase = (change: Change): Change =>
  change.kind === 'changed' && change.before === 'Need stated' ? { ...change, before: 'Need written' } : change
