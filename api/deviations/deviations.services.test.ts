import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let other: Person
let ops: Person
let deal: string
beforeAll(async () => {
  api = await runningApi()
  ;[rep, other, ops] = await Promise.all([api.signedIn('rep'), api.signedIn('rep'), api.signedIn('ops')])
  deal = await opened(rep)
  const theirs = await opened(other)
  const deviate = (person: Person, id: string, deviation: object, reason: string) =>
    person.post(`/deals/${id}/deviations`, { deviation, reason })
  await deviate(rep, deal, { kind: 'drop-action', action: 'visit-handler' }, 'Met at the fair')
  await deviate(rep, deal, { kind: 'skip-stage', stage: 'funding' }, 'Funded by the group')
  await deviate(other, theirs, { kind: 'skip-stage', stage: 'funding' }, 'Budget is standing')
  await rep.post(`/deals/${deal}/style`, { style: 'top-leader', reason: 'The president leads it' })
  const inquiry = { id: 'sample', name: 'Sample asked for', value: { kind: 'flag' }, from: ['handler'] }
  const changes = [
    {
      kind: 'added',
      place: { kind: 'element', id: 'sample' },
      to: { in: { kind: 'stage', id: 'approval' } },
      after: inquiry,
    },
  ]
  const adapted = await rep.post(`/deals/${deal}/adapt`, { changes, reason: 'They test first' })
  expect(adapted.status).toBe(201)
})
afterAll(() => api?.stop())

const opened = async (person: Person): Promise<string> =>
  (await person.post('/deals', { segmentId: api.segment, name: 'Press line' })).body.id

const listed = async (query = '') => (await ops.get(`/deviations${query}`)).body
const reasons = ({ items }: { items: { reason: string }[] }) => items.map(({ reason }) => reason)

test('sales operations reads every deviation with its reason, newest first, and opens none of the deals', async () => {
  const { items, total } = await listed()
  expect([total, reasons({ items })]).toEqual([
    4,
    ['They test first', 'Budget is standing', 'Funded by the group', 'Met at the fair'],
  ])
  expect(items[3]).toMatchObject({
    deal: { id: deal, name: 'Press line' },
    segment: { id: api.segment },
    stage: { id: 'need', name: 'Need stated' },
    kind: 'drop-action',
    name: 'Visit the handler',
    by: { id: rep.id, name: 'A rep' },
  })
  expect((await ops.get(`/deals/${deal}`)).status).toBe(403)
})

test('deviations are found by stage, kind, person and time', async () => {
  expect(reasons(await listed('?stage=funding'))).toEqual(['Budget is standing', 'Funded by the group'])
  expect(reasons(await listed('?kind=adapt-model'))).toEqual(['They test first'])
  expect(reasons(await listed(`?by=${other.id}`))).toEqual(['Budget is standing'])
  expect(reasons(await listed(`?segment=${api.segment}&pageSize=1&page=4`))).toEqual(['Met at the fair'])
  expect((await listed('?segment=another')).total).toBe(0)
  expect((await listed(`?since=${new Date(Date.now() + 60_000).toISOString()}`)).total).toBe(0)
})

test('deviations are sorted by time or by what they are about, and saved as they are filtered and sorted', async () => {
  expect(reasons(await listed('?direction=up'))[0]).toBe('Met at the fair')
  expect(reasons(await listed('?order=name&direction=down'))[0]).toBe('Met at the fair')
  const { bytes } = await ops.download('/exports/deviations?stage=funding&direction=up')
  const [header, ...lines] = new TextDecoder().decode(bytes).trim().split('\r\n')
  expect(header).toMatch(/^Kind,What,Reason,/)
  expect(lines.map((line) => line.split(',')[2])).toEqual(['Funded by the group', 'Budget is standing'])
  expect((await rep.get('/exports/deviations')).status).toBe(403)
})

test('the stages at which deals deviate most come first, whichever of them is looked at', async () => {
  const { stages, people } = await listed('?stage=approval')
  expect(stages[0]).toEqual({
    segment: { id: api.segment, name: api.segment },
    stage: { id: 'funding', name: 'Budget confirmed' },
    total: 2,
    kinds: { 'skip-stage': 2 },
  })
  expect(stages).toHaveLength(3)
  expect(people.map(({ id }: { id: string }) => id).sort()).toEqual([rep.id, other.id].sort())
})

test('what a deal changed of its model is told with the names of that deal', async () => {
  const { items } = await listed('?kind=adapt-model')
  const { changes, model } = (await ops.get(`/deviations/${deal}/${items[0].id}/changes`)).body
  expect(changes).toMatchObject([{ kind: 'added', place: { kind: 'element', id: 'sample' } }])
  expect(model.name).toBe(smallPurchase.name)
  expect((await ops.get(`/deviations/${deal}/none/changes`)).body.code).toBe('NOT_FOUND')
})
