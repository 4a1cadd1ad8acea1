import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ProcessModel } from '#engine'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let ops: Person
let base: string
let segment: string
let basePath: string
let segmentPath: string
beforeAll(async () => {
  api = await runningApi()
  ops = await api.signedIn('ops')
})
afterAll(() => api?.stop(), 60_000)

/** A published base, and a segment that begins on it. */
beforeEach(async () => {
  base = (await ops.post('/base-models', { name: `Base ${randomUUID()}` })).body.id
  basePath = `/base-models/${base}`
  await draw(basePath, () => smallPurchase as ProcessModel)
  await publish(basePath)
  segment = (await ops.post('/segments', { name: `Segment ${randomUUID()}`, base })).body.id
  segmentPath = `/segments/${segment}`
})

async function draw(path: string, edit: (model: ProcessModel) => ProcessModel): Promise<void> {
  const { model, revision } = (await ops.get(`${path}/model`)).body
  expect(await ops.put(`${path}/model`, { model: edit(model), revision })).toMatchObject({ status: 200 })
}

async function publish(path: string) {
  const { revision } = (await ops.get(`${path}/model`)).body
  return ops.post(`${path}/model/publish`, { revision, note: 'Something new' })
}

const named =
  (id: string, name: string) =>
  (model: ProcessModel): ProcessModel => ({
    ...model,
    stages: model.stages.map((stage) => (stage.id === id ? { ...stage, name } : stage)),
  })
const nameOf = ({ stages }: ProcessModel, id: string) => stages.find((stage) => stage.id === id)?.name

it('a segment that begins on a base has its drawing, and rests on its version', async () => {
  const { body } = await ops.get(`${segmentPath}/base`)
  expect(body.restsOn).toMatchObject({ base: { id: base }, version: 1, newest: 1 })
  expect((await ops.get(`${segmentPath}/model`)).body.model.stages).toEqual(body.restsOn.model.stages)
  expect((await ops.get('/segments')).body.items).toContainEqual(
    expect.objectContaining({ id: segment, restsOn: expect.objectContaining({ id: base, version: 1, newest: 1 }) }),
  )
})

it('a segment can be put on a base and taken off it, and its drawing stays as it is', async () => {
  const path = `/segments/${api.segment}`
  const before = (await ops.get(`${path}/model`)).body
  expect((await ops.put(`${path}/base`, { base })).body.restsOn).toMatchObject({ base: { id: base }, version: 1 })
  expect((await ops.get('/base-models')).body.items).toContainEqual(
    expect.objectContaining({ id: base, segments: expect.arrayContaining([expect.objectContaining({ id: segment })]) }),
  )
  expect((await ops.put(`${path}/base`, { base: null })).body).toEqual({ restsOn: null })
  expect((await ops.get(`${path}/model`)).body).toEqual(before)
  expect((await ops.get(`${path}/take-over`)).body.code).toBe('RESTS_ON_NOTHING')
})

it('nothing can rest on a base that was never published', async () => {
  const { id } = (await ops.post('/base-models', { name: `Bare ${randomUUID()}` })).body
  expect((await ops.put(`${segmentPath}/base`, { base: id })).body.code).toBe('BASE_NOT_PUBLISHED')
  expect((await ops.post('/segments', { name: 'Bare', base: id })).body.code).toBe('BASE_NOT_PUBLISHED')
})

it('a new version of the base comes over, and what the segment does otherwise stays', async () => {
  await draw(segmentPath, named('need', 'Need heard'))
  await draw(basePath, named('signed', 'Signed by both'))
  await publish(basePath)
  const preview = (await ops.get(`${segmentPath}/take-over`)).body
  expect(preview).toMatchObject({ from: 1, version: 2, note: 'Something new', conflicts: [] })
  expect(preview.account.taken).toMatchObject([{ place: { id: 'signed' }, after: 'Signed by both' }])
  expect(preview.account.kept).toContainEqual(expect.objectContaining({ after: 'Need heard' }))

  const { revision, version } = preview
  const taken = await ops.post(`${segmentPath}/take-over`, { version, revision, sides: [] })
  expect(taken).toMatchObject({ status: 201, body: { model: preview.model, revision: revision + 1 } })
  const { model } = (await ops.get(`${segmentPath}/model`)).body
  expect([nameOf(model, 'need'), nameOf(model, 'signed')]).toEqual(['Need heard', 'Signed by both'])
  expect((await ops.get(`${segmentPath}/base`)).body.restsOn).toMatchObject({ version: 2, newest: 2 })
  expect((await ops.get(`${segmentPath}/take-over`)).body.account.taken).toEqual([])
})

it('what both changed otherwise is shown with both sides, and waits until somebody says which is taken', async () => {
  await draw(segmentPath, named('need', 'Need heard'))
  await draw(basePath, named('need', 'Need written'))
  await publish(basePath)
  const { conflicts, revision, version } = (await ops.get(`${segmentPath}/take-over`)).body
  expect(conflicts).toMatchObject([{ path: ['name'], ours: 'Need heard', theirs: 'Need written' }])
  const settle = (sides: string[]) => ops.post(`${segmentPath}/take-over`, { version, revision, sides })
  expect(await settle([])).toMatchObject({ status: 422, body: { code: 'CONFLICTS_OPEN' } })
  expect(nameOf((await settle(['theirs'])).body.model, 'need')).toBe('Need written')
})

it('nothing is taken over into a drawing that was saved since the preview', async () => {
  await draw(basePath, named('signed', 'Signed by both'))
  await publish(basePath)
  const { revision, version } = (await ops.get(`${segmentPath}/take-over`)).body
  await draw(segmentPath, named('need', 'Need heard'))
  const late = await ops.post(`${segmentPath}/take-over`, { version, revision, sides: [] })
  expect(late).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } })
  expect((await ops.get(`${segmentPath}/base`)).body.restsOn.version).toBe(1)
})

it('whose segment rests on a base is told of its new version, once, and not of what they published themselves', async () => {
  const owner = await api.signedIn('manager')
  await ops.put(`${segmentPath}/process-owner`, { userId: owner.id })
  await draw(basePath, named('signed', 'Signed by both'))
  await publish(basePath)
  await publish(basePath)
  const told = (person: Person) => person.get('/notifications').then(({ body }) => body.items)
  expect(await told(owner)).toMatchObject([{ kind: 'base-published', segmentId: segment, dealId: null }])
  expect((await told(ops)).filter((notice: { segmentId: string }) => notice.segmentId === segment)).toEqual([])
})
