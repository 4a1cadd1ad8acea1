import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import type { Change } from './contract.ts'

let api: RunningApi
let owner: Person
let other: Person
let manager: Person
let legal: Person
let deal: string

beforeAll(async () => {
  api = await runningApi()
  ;[owner, other, manager, legal] = await Promise.all([
    api.signedIn('rep'),
    api.signedIn('rep'),
    api.signedIn('manager'),
    api.signedIn('resource-owner', ['legal']),
  ])
  deal = (await owner.post('/deals', { segmentId: api.segment, account: 'Acme', name: 'Press line' })).body.id
})
afterAll(() => api?.stop())

const open: AbortController[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.abort()
})

type Heard = { id: string; change: Change; at: number }
type Listener = { heard: Heard[]; until(holds: (heard: Heard[]) => boolean): Promise<Heard[]> }

/** A person's stream, from the moment on at which it stands. */
async function listening(person: Person, after?: string): Promise<Listener> {
  const abort = new AbortController()
  open.push(abort)
  const response = await person.stream('/live', abort.signal, after ? { 'last-event-id': after } : {})
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  const decoder = new TextDecoder()
  let text = ''
  async function read() {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, id = '', data = ''] = /^id: (.*)\ndata: (.*)$/.exec(block) ?? []
        if (data) heard.push({ id, change: JSON.parse(data), at: Date.now() })
      }
      for (const look of waiting) look()
    }
  }
  read().catch(() => undefined)
  const until = (holds: (heard: Heard[]) => boolean) =>
    new Promise<Heard[]>((resolve) => {
      const look = () => {
        if (!holds(heard)) return
        waiting.delete(look)
        resolve(heard)
      }
      waiting.add(look)
      look()
    })
  // The connection of the first listener to the database is made while it waits.
  if (after === undefined) await until((heard) => heard.length > 0 || listened.has(api))
  listened.add(api)
  return { heard, until }
}
const listened = new Set<RunningApi>()

const record = (facts: Record<string, unknown>) =>
  owner.post(`/deals/${deal}/interactions`, {
    interaction: { kind: 'visit', at: '2026-03-02T09:00:00.000Z', note: 'Met', participants: ['Handler'] },
    observations: Object.entries(facts).map(([fact, value]) => ({ fact, value })),
  })
const isDeal = ({ change }: Heard) => change.kind === 'deal' && change.deal === deal

test('what one person records others hear of within a second, and who may not see it does not', async () => {
  const [mine, managers, others] = await Promise.all([listening(owner), listening(manager), listening(other)])
  const latencies: number[] = []
  for (let n = 0; n < 10; n++) {
    const [mineBefore, managersBefore] = [mine.heard.length, managers.heard.length]
    await record({ 'element.budget': 1000 + n })
    const answered = Date.now()
    const [, heard] = await Promise.all([
      mine.until((all) => all.slice(mineBefore).some(isDeal)),
      managers.until((all) => all.slice(managersBefore).some(isDeal)),
    ])
    latencies.push((heard.at(-1)?.at ?? Number.POSITIVE_INFINITY) - answered)
  }
  console.log(`heard after the answer, ms: ${latencies.sort((a, b) => a - b).join(' ')}`)
  expect(latencies.at(-1)).toBeLessThan(1000)
  expect(others.heard.filter(({ change }) => change.kind !== 'all')).toEqual([])
})

test('a department hears of the requests that ask it, and of no deal', async () => {
  const legals = await listening(legal)
  await record({ 'element.inquiry': true, 'element.budget': 90_000, 'attribute.amount': 90_000 })
  const heard = await legals.until((all) => all.some(({ change }) => change.kind === 'requests'))
  expect(heard.every(({ change }) => change.kind !== 'deal')).toBe(true)
})

test('who was away hears what was missed, by the id of what they heard last', async () => {
  const first = await listening(owner)
  await record({ 'element.budget': 2000 })
  const last = (await first.until((all) => all.some(isDeal))).at(-1)?.id
  for (const one of open.splice(0)) one.abort()
  const { body } = await record({ 'element.budget': 3000 })
  const again = await listening(owner, last)
  const heard = await again.until((all) => all.some(isDeal))
  expect(body.seq).toBeGreaterThan(0)
  expect(heard.every(({ change }) => change.kind !== 'all')).toBe(true)
})

test('whose last id is not known any more is told that anything may have changed', async () => {
  const again = await listening(owner, 'another-run.7')
  expect((await again.until((all) => all.length > 0))[0]?.change).toEqual({ kind: 'all' })
})

test('after the database’s connection was cut, all are told that anything may have changed, and then hear again', async () => {
  const mine = await listening(owner)
  const before = mine.heard.length
  await api.running.database.db
    .$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'keynode live' AND datname = current_database()`
  await mine.until((all) => all.slice(before).some(({ change }) => change.kind === 'all'))
  await record({ 'element.budget': 4000 })
  await mine.until((all) => all.slice(before).some(isDeal))
})

test('a drawing that is saved is told to all', async () => {
  const [ops, others] = [await api.signedIn('ops'), await listening(other)]
  const { body } = await ops.get(`/segments/${api.segment}/model`)
  await ops.put(`/segments/${api.segment}/model`, body)
  await others.until((all) => all.some(({ change }) => change.kind === 'segment' && change.segment === api.segment))
})

test('nobody hears anything without being signed in', async () => {
  expect((await api.nobody.get('/live')).body.code).toBe('NOT_SIGNED_IN')
})

test('a change of leads appears to all who work the segment within a second, once however many they are', async () => {
  const ops = await api.signedIn('ops')
  const segment = (await ops.post('/segments', { name: 'Cafés', mode: 'funnel' })).body.id
  const [seller, another, lawyer] = [await listening(owner), await listening(manager), await listening(legal)]
  const isLeads = ({ change }: Heard) => change.kind === 'leads' && change.segment === segment
  const rows = Array.from({ length: 300 }, (_, n) => `k${n},Café ${n}`).join('\n')
  await manager.upload(`/segments/${segment}/leads/import`, 'cafés.csv', `key,name\n${rows}\n`)
  await another.until((heard) => heard.some(isLeads))
  const all = { of: { all: {} }, change: { addTags: ['spring'] } }
  const written = Date.now()
  await manager.post(`/segments/${segment}/leads/change`, all)
  const [, changed] = (await seller.until((heard) => heard.filter(isLeads).length > 1)).filter(isLeads)
  expect((changed?.at ?? 0) - written).toBeLessThan(1000)
  // One of the import, one of the change.
  expect(seller.heard.filter(isLeads).length).toBe(2)
  expect(lawyer.heard.filter(isLeads)).toEqual([])
})
