import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { canonicalJson } from '#engine'
import { smallPurchase } from '../tests/support/a-model.ts'
import { setClock } from '../tests/support/clock.ts'
import { aVisit } from '../tests/support/deal-events.ts'
import { type RunningDeals, runningDeals } from '../tests/support/running-deals.ts'
import { aWorkerProcess, type WorkerProcess } from '../tests/support/worker-process.ts'
import { createDealsClient } from './deals-client.ts'

let running: RunningDeals
let worker: WorkerProcess | undefined
beforeAll(async () => {
  running = await runningDeals(smallPurchase, { worker: false, patience: 120_000, stepsPerRun: 40 })
})
afterAll(async () => {
  await worker?.kill()
  await running.stop()
})

const perDeal = 60

/** Sends visits to each deal, three at a time, and counts what was answered. */
function sending(dealIds: string[]) {
  const answered: Record<string, Set<number>> = Object.fromEntries(dealIds.map((dealId) => [dealId, new Set()]))
  const send = async (dealId: string, waiting: number[]) => {
    for (let n = waiting.shift(); n !== undefined; n = waiting.shift())
      answered[dealId]?.add((await running.deals.change(dealId, { event: aVisit(`visit-${n}`) })).seq)
  }
  const all = dealIds.flatMap((dealId) => {
    const waiting = Array.from({ length: perDeal }, (_, n) => n)
    return [1, 2, 3].map(() => send(dealId, waiting))
  })
  const count = () => Object.values(answered).reduce((sum, { size }) => sum + size, 0)
  return { answered, count, done: Promise.all(all) }
}

async function expectEachOnce(dealIds: string[], answered: Record<string, Set<number>>) {
  for (const dealId of dealIds) {
    const state = await running.deals.state(dealId)
    const deal = await running.database.db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { events: true } })
    expect([state?.effort, deal.effort, deal.events.length, answered[dealId]?.size]).toEqual([
      perDeal,
      perDeal,
      perDeal + 1,
      perDeal,
    ])
    expect(canonicalJson(deal.state)).toBe(canonicalJson(state))
  }
}

it('a worker that is killed twice in mid-stream loses nothing that was acknowledged, and doubles nothing', async () => {
  worker = await aWorkerProcess(running.environment)
  const dealIds = [await running.newDeal(), await running.newDeal(), await running.newDeal()]
  const { answered, count, done } = sending(dealIds)
  for (const share of [0.2, 0.6]) {
    await expect.poll(count, { timeout: 120_000, interval: 20 }).toBeGreaterThan(share * perDeal * dealIds.length)
    await worker.kill()
    worker = await aWorkerProcess(running.environment)
  }
  await done
  await expectEachOnce(dealIds, answered)
  await worker.kill()
}, 240_000)

it('while the database is away changes are late, and none is lost or doubled', async () => {
  await running.startWorker()
  const dealIds = [await running.newDeal(), await running.newDeal()]
  const { answered, count, done } = sending(dealIds)
  await expect.poll(count, { timeout: 60_000, interval: 20 }).toBeGreaterThan(perDeal / 2)
  await withoutDatabase(3000)
  await done
  await expectEachOnce(dealIds, answered)
  await running.stopWorker()
}, 240_000)

it('without a worker a change is not confirmed, and counts once when it is asked again', async () => {
  await running.startWorker()
  const dealId = await running.newDeal()
  await running.stopWorker()
  const impatient = createDealsClient(running.client, running.environment.KEYNODE_TASK_QUEUE ?? '', { patience: 1500 })
  const ask = { event: aVisit('asked-in-vain') }
  for (const _ of [1, 2])
    await expect(impatient.change(dealId, ask)).rejects.toMatchObject({ code: 'NOT_CONFIRMED_YET' })
  await running.startWorker()
  expect(await running.deals.change(dealId, ask)).toEqual({ seq: 2 })
  expect((await running.deals.state(dealId))?.effort).toBe(1)
  await running.stopWorker()
}, 120_000)

it.each([
  ['forward', 3_600_000],
  ['back', -3_600_000],
])(
  'a clock that jumps an hour %s while people wait takes none of their patience, and asks no more of it',
  async (_, ms) => {
    await running.startWorker()
    const dealId = await running.newDeal()
    await running.stopWorker()
    const patience = 4000
    const deals = createDealsClient(running.client, running.environment.KEYNODE_TASK_QUEUE ?? '', { patience })
    const since = performance.now()
    // The server turns away what is more than it lets be in flight, so that some ask again and again.
    const waiting = Array.from({ length: 14 }, async (_, n) => {
      const error = await deals.change(dealId, { event: aVisit(`visit-${n}`) }).catch((failure: unknown) => failure)
      return { error, waited: performance.now() - since }
    })
    await setTimeout(500)
    setClock(ms)
    const waited = await Promise.all(waiting).finally(() => setClock(0))
    for (const one of waited) {
      expect(one.error).toMatchObject({ code: 'NOT_CONFIRMED_YET' })
      expect(one.waited).toBeGreaterThan(patience - 1100)
      expect(one.waited).toBeLessThan(patience + 1500)
    }
    await running.startWorker()
    for (let n = 0; n < waited.length; n++) await running.deals.change(dealId, { event: aVisit(`visit-${n}`) })
    expect((await running.deals.state(dealId))?.effort).toBe(waited.length)
    await running.stopWorker()
    // What the client still tries by itself comes to its end, before the connection does.
    await setTimeout(6000)
  },
  90_000,
)

it('a step that fails for a fault of ours fails alone, and can be asked again once that is mended', async () => {
  const { db } = running.database
  const plan = await running.publish({ ...smallPurchase, name: 'Purchase whose plan is damaged' })
  await running.startWorker()
  const dealId = await running.newDeal({ plan })
  await running.stopWorker()
  await db.modelVersion.update({ where: { id: plan.hash }, data: { plan: { hash: plan.hash } } })
  await running.startWorker()
  const ask = { event: aVisit('visit') }
  await expect(running.deals.change(dealId, ask)).rejects.toMatchObject({ code: 'CHANGE_NOT_TAKEN' })
  expect((await running.deals.state(dealId))?.seq).toBe(1)
  await running.stopWorker()
  await db.modelVersion.update({ where: { id: plan.hash }, data: { plan } })
  await running.startWorker()
  expect(await running.deals.change(dealId, ask)).toEqual({ seq: 2 })
}, 120_000)

/** Cuts every connection to the deals' database, and lets none in for so many milliseconds. */
async function withoutDatabase(ms: number): Promise<void> {
  const name = new URL(running.database.url).pathname.slice(1)
  const server = new pg.Client({ connectionString: inject('postgresUrl') })
  await server.connect()
  await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await setTimeout(ms)
  await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
  await server.end()
}
