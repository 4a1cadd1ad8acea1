import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProcessModelDraft } from '#engine'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let ops: Person
beforeAll(async () => {
  api = await runningApi()
  ops = await api.signedIn('ops')
})
afterAll(() => api?.stop(), 60_000)

/** A base with a first version, which is the model of the running segment unless it is drawn otherwise. */
async function aBase(drawing: Partial<ProcessModelDraft> = {}): Promise<{ id: string; path: string }> {
  const { body } = await ops.post('/base-models', { name: `Base ${randomUUID()}` })
  const path = `/base-models/${body.id}`
  await publish(path, { ...smallPurchase, ...drawing })
  return { id: body.id, path }
}

async function publish(path: string, model: unknown) {
  const { revision } = (await ops.get(`${path}/model`)).body
  const saved = await ops.put(`${path}/model`, { model, revision })
  return ops.post(`${path}/model/publish`, { revision: saved.body.revision })
}

it('a base is drawn and published like a segment’s model, and its versions never change', async () => {
  const { path } = await aBase()
  const second = await publish(path, { ...smallPurchase, name: 'Second' })
  expect(second).toMatchObject({ status: 201, body: { number: 2 } })
  expect((await ops.get(`${path}/versions`)).body.items).toMatchObject([{ number: 2 }, { number: 1 }])
  expect((await ops.get(`${path}/versions/1`)).body.model.name).toBe(smallPurchase.name)
})

it('a base begins as a copy of a segment’s drawing, and then goes its own way', async () => {
  const name = `Copy ${randomUUID()}`
  const made = await ops.post('/base-models', { name, from: { kind: 'segment', id: api.segment } })
  expect(made).toMatchObject({ status: 201, body: { name, publishedVersion: null, segments: [] } })
  const { model } = (await ops.get(`/base-models/${made.body.id}/model`)).body
  expect(model.stages).toEqual((await ops.get(`/segments/${api.segment}/model`)).body.model.stages)
})

it('two bases cannot have one name, and a base that nobody made is not found', async () => {
  const name = `Twice ${randomUUID()}`
  await ops.post('/base-models', { name })
  expect((await ops.post('/base-models', { name })).body.code).toBe('BASE_MODEL_EXISTS')
  expect((await ops.get('/base-models/none/model')).body.code).toBe('BASE_MODEL_NOT_FOUND')
})
