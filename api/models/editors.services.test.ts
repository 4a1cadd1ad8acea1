import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import { meetEditors } from './meet-editors.ts'

let api: RunningApi
let ann: Person
let ben: Person
beforeAll(async () => {
  api = await runningApi()
  ;[ann, ben] = await Promise.all([api.signedIn('ops'), api.signedIn('admin')])
})
afterAll(() => api?.stop(), 60_000)

/** A drawing that nobody has open yet: its place, and its model’s id. */
async function aDrawing() {
  const { body } = await ann.post('/segments', { name: `Segment ${randomUUID()}` })
  const { id } = await api.running.database.db.processModel.findUniqueOrThrow({ where: { segmentId: body.id } })
  return { path: `/segments/${body.id}/model`, modelId: id, segment: body.id as string }
}
const others = async (person: Person, path: string): Promise<string[]> =>
  (await person.put(`${path}/editors/me`, {})).body.items.map(({ id }: { id: string }) => id)

it('who opens a drawing second is told who edits it, and then so is the first', async () => {
  const { path } = await aDrawing()
  expect(await others(ann, path)).toEqual([])
  const { body } = await ben.put(`${path}/editors/me`, {})
  expect(body.items).toMatchObject([{ id: ann.id, name: 'A ops', changedAt: null }])
  expect(Date.parse(body.items[0].since)).toBeLessThanOrEqual(Date.now())
  expect(await others(ann, path)).toEqual([ben.id])
})

it('who closes a drawing does not edit it any more', async () => {
  const { path } = await aDrawing()
  await others(ann, path)
  expect((await ann.ask('DELETE', `${path}/editors/me`)).status).toBe(200)
  expect(await others(ben, path)).toEqual([])
})

it('who says nothing for 30 seconds has left, and comes back as somebody new', async () => {
  const { modelId } = await aDrawing()
  const { db } = api.running.database
  const at = (seconds: number, person: Person) =>
    meetEditors(
      { db, now: () => new Date(Date.UTC(2026, 0, 5, 9, 0, seconds)) },
      { modelId, userId: person.id, edits: true },
    )
  await at(0, ann)
  expect((await at(30, ben)).items).toMatchObject([{ id: ann.id, since: '2026-01-05T09:00:00.000Z' }])
  expect((await at(31, ben)).items).toEqual([])
  await at(40, ann)
  expect((await at(41, ben)).items).toMatchObject([{ id: ann.id, since: '2026-01-05T09:00:40.000Z' }])
})

it('the others see when somebody saved last, and whose save a later one would have overwritten', async () => {
  const { path } = await aDrawing()
  await others(ann, path)
  const opened = (await ben.get(path)).body
  expect((await ann.put(path, opened)).status).toBe(200)
  const {
    items: [seen],
    saved,
  } = (await ben.put(`${path}/editors/me`, {})).body
  expect(saved).toEqual({ revision: opened.revision + 1, by: { id: ann.id, name: 'A ops' } })
  expect(Date.parse(seen.changedAt)).toBeGreaterThanOrEqual(Date.parse(seen.since))
  const refused = await ben.put(path, opened)
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'STALE_VERSION', details: { by: 'A ops', byId: ann.id, at: seen.changedAt } },
  })
  expect(refused.body.detail).toMatch(/^A ops saved this drawing/)
  expect((await ben.post(`${path}/publish`, { revision: opened.revision })).body.detail).toMatch(/^A ops saved/)
})

it('where somebody is in a drawing is told, and that who may only read it does so', async () => {
  const { path } = await aDrawing()
  const manager = await api.signedIn('manager')
  const at = { kind: 'element', id: 'budget', stage: 'need' }
  expect((await ann.put(`${path}/editors/me`, { at })).body.items).toEqual([])
  const { items } = (await manager.put(`${path}/editors/me`, {})).body
  expect(items).toMatchObject([{ id: ann.id, edits: true, at }])
  expect((await manager.put(`${path}/editors/me`, {})).body.items).toMatchObject([{ at }])
  const seen = (await ann.put(`${path}/editors/me`, { at: null })).body.items
  expect(seen).toMatchObject([{ id: manager.id, edits: false, at: null, changedAt: null }])
  expect((await ben.put(`${path}/editors/me`, {})).body.items[0]).toMatchObject({ id: ann.id, at: null })
  expect((await ann.put(`${path}/editors/me`, { at: { kind: 'castle', id: 'x' } })).body.code).toBe('REQUEST_INVALID')
})

it('coming, going elsewhere, saving and leaving are told at once to those who read it, and to nobody else', async () => {
  const { path, segment } = await aDrawing()
  const rep = await api.signedIn('rep')
  const end = new AbortController()
  const [drawers, sellers] = await Promise.all([ben.stream('/live', end.signal), rep.stream('/live', end.signal)])
  const told = { drawers: '', sellers: '' }
  const read = async (stream: Response, who: keyof typeof told) => {
    for await (const chunk of stream.body ?? []) told[who] += new TextDecoder().decode(chunk)
  }
  read(drawers, 'drawers').catch(() => undefined)
  read(sellers, 'sellers').catch(() => undefined)
  const times = () => told.drawers.split(JSON.stringify({ kind: 'editors', drawing: segment })).length - 1
  await expect.poll(() => told.drawers, { timeout: 10_000 }).toContain('"all"')
  await others(ann, path)
  await expect.poll(times).toBe(1)
  await ann.put(path, (await ann.get(path)).body)
  await expect.poll(times).toBe(2)
  await others(ann, path)
  await ann.ask('DELETE', `${path}/editors/me`)
  await expect.poll(times).toBe(3)
  await ann.put(`${path}/editors/me`, {})
  await ann.put(`${path}/editors/me`, { at: { kind: 'model', id: 'model' } })
  await ann.put(`${path}/editors/me`, { at: { kind: 'model', id: 'model' } })
  await expect.poll(times).toBe(5)
  expect(told.sellers).not.toContain('editors')
  end.abort()
})

it('people meet on a base model as well, and only those who may read it', async () => {
  const { body } = await ann.post('/base-models', { name: `Base ${randomUUID()}` })
  const path = `/base-models/${body.id}/model`
  await others(ann, path)
  expect(await others(ben, path)).toEqual([ann.id])
  const rep = await api.signedIn('rep')
  expect((await rep.put(`${path}/editors/me`, {})).body.code).toBe('NOT_ALLOWED')
  expect((await ann.put('/base-models/none/model/editors/me', {})).body.code).toBe('BASE_MODEL_NOT_FOUND')
})
