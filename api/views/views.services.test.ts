import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let other: Person
beforeAll(async () => {
  api = await runningApi()
  ;[rep, other] = [await api.signedIn('rep'), await api.signedIn('rep')]
})
afterAll(() => api?.stop())

const views = async (by = rep, list = 'deals') => (await by.get(`/views?list=${list}`)).body.items
const save = (name: string, place: object, by = rep) => by.post('/views', { list: 'deals', name, place })

test('a view is a person’s own, of one list; saved again under its name it takes the new place', async () => {
  await save('Mine at need', { stage: 'need', status: 'open' })
  await save('All', { status: 'all' })
  await save('Mine at need', { stage: 'funding' })
  expect(await views()).toMatchObject([
    { name: 'All', place: { status: 'all' }, isDefault: false },
    { name: 'Mine at need', place: { stage: 'funding' } },
  ])
  expect(await views(other)).toEqual([])
  expect(await views(rep, 'objections')).toEqual([])
})

test('a list opens with one view at most, and with none again', async () => {
  const [all, need] = await views()
  const change = (id: string, body: object, by = rep) => by.put(`/views/${id}`, body)
  await change(all.id, { isDefault: true })
  await change(need.id, { isDefault: true })
  expect((await views()).map((view: { isDefault: boolean }) => view.isDefault)).toEqual([false, true])
  await change(need.id, { isDefault: false })
  expect((await views()).map((view: { isDefault: boolean }) => view.isDefault)).toEqual([false, false])
  expect((await change(need.id, { name: 'All' })).body.code).toBe('VIEW_NAME_TAKEN')
  expect((await change(need.id, { name: 'Funding' })).body).toMatchObject({ name: 'Funding', isDefault: false })
  expect((await change(need.id, { name: 'Stolen' }, other)).body.code).toBe('VIEW_NOT_FOUND')
})

test('a deleted view is gone, and nobody else can delete it', async () => {
  const [all] = await views()
  expect((await other.ask('DELETE', `/views/${all.id}`)).body.code).toBe('VIEW_NOT_FOUND')
  expect((await rep.ask('DELETE', `/views/${all.id}`)).status).toBe(200)
  expect(await views()).toHaveLength(1)
})

test('there is an end to how many and how large', async () => {
  expect((await save('Large', { search: 'x'.repeat(20_000) })).status).toBe(400)
  expect((await rep.get('/views?list=people')).status).toBe(400)
  for (let n = 1; n < 50; n++) await save(`View ${n}`, {})
  expect((await save('One more', {})).body.code).toBe('TOO_MANY_VIEWS')
})
