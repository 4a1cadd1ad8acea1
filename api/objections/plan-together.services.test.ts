import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson } from '#engine'
import { aClosing } from '../../tests/support/deal-events.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import { aWorkerProcess } from '../../tests/support/worker-process.ts'

let api: RunningApi
let manager: Person
let answering: Person
beforeAll(async () => {
  api = await runningApi()
  ;[manager, answering] = await Promise.all([api.signedIn('manager'), api.signedIn('manager')])
})
afterAll(() => api?.stop(), 60_000)

const dealCount = 20
const said = ['dear', 'late']

/** Deals that each hear two objections. */
async function dealsWithObjections(): Promise<string[]> {
  const { deals } = api.running
  const ids = await Promise.all(Array.from({ length: dealCount }, () => api.running.newDeal()))
  const raise = async (id: string) => {
    for (const objection of said) {
      const raised = { kind: 'objection-raised', id: `${id} ${objection}`, by: 'rep', type: 'price' } as const
      await deals.change(id, { event: { ...raised, statement: `It is ${objection}`, stage: 'need' } })
    }
  }
  await Promise.all(ids.map(raise))
  return ids.toSorted()
}

/** Holds what is to become of some deals, so that whoever asked them cannot note it, until it is let go. */
async function heldResults(batch: string, deals: string[]) {
  const { db } = api.running.database
  let letGo = () => undefined as unknown
  const asked = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let isHeld = () => undefined as unknown
  const held = new Promise<void>((resolve) => {
    isHeld = resolve
  })
  const holding = db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "deal_batch_row" WHERE "batch_id" = ${batch} AND "deal_id" = ANY(${deals}) FOR UPDATE`
      isHeld()
      await asked
    },
    { timeout: 120_000 },
  )
  await held
  return {
    /** The server drops what a dead process waits for, as it does once it notices. */
    async letGo() {
      await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`
      letGo()
      await holding
    },
  }
}

it('a worker that is killed in the middle of a joint plan is followed by another: each objection is planned once and has one result', async () => {
  const { db } = api.running.database
  const deals = await dealsWithObjections()
  const closedBefore = deals.at(-1) ?? ''
  await api.running.deals.change(closedBefore, { event: aClosing('before') })
  await api.running.stopWorker()
  const objections = deals.flatMap((deal) => said.map((one) => ({ deal, id: `${deal} ${one}` })))
  const plan = { objections, strategy: 'answer', steps: ['Show what waiting costs'], owner: answering.id }
  const batch = (await manager.post('/objections/plan', plan)).body.id
  const unnoted = deals.slice(0, 2)
  const held = await heldResults(batch, unnoted)

  const worker = await aWorkerProcess(api.running.environment)
  const planned = (ids: string[]) => db.dealEvent.count({ where: { dealId: { in: ids }, kind: 'objection-planned' } })
  const rows = (status: string) => db.dealBatchRow.count({ where: { batchId: batch, status } })
  await expect.poll(() => planned(unnoted), { timeout: 60_000, interval: 10 }).toBe(4)
  await expect.poll(() => rows('done'), { timeout: 60_000, interval: 10 }).toBeGreaterThan(10)
  await worker.kill()
  await held.letGo()
  expect(await rows('pending')).toBeGreaterThanOrEqual(16)
  // What these deals took, nobody has noted; one of them is over before it is asked again.
  expect(await db.dealBatchRow.count({ where: { batchId: batch, dealId: { in: unnoted }, status: 'pending' } })).toBe(4)
  await api.running.startWorker()
  await api.running.deals.change(unnoted[0] ?? '', { event: aClosing('meanwhile') })

  const counts = async () => (await manager.get(`/batches/${batch}`)).body.counts
  await expect.poll(async () => (await counts()).pending, { timeout: 60_000 }).toBe(0)
  const through = (dealCount - 1) * said.length
  expect(await counts()).toEqual({ pending: 0, done: through, refused: said.length, failed: 0 })
  const results = await db.dealBatchRow.findMany({ where: { batchId: batch } })
  expect(results).toHaveLength(dealCount * said.length)
  const events = await db.dealEvent.findMany({ where: { kind: 'objection-planned' } })
  expect(events).toHaveLength(through)
  for (const { dealId, target, status, code, seq } of results) {
    const of = events.filter(({ event }) => (event as { objection?: string }).objection === target)
    const [told, happened] = [[status, code, seq], of.map((one) => one.seq)]
    if (dealId === closedBefore) expect([told, happened]).toEqual([['refused', 'DEAL_CLOSED', null], []])
    else expect([told, happened]).toEqual([['done', null, seq], [seq]])
  }
  expect(await db.notification.count({ where: { kind: 'objection-assigned', userId: answering.id } })).toBe(through)
  for (const { id, state } of await db.deal.findMany())
    expect(canonicalJson(state)).toBe(canonicalJson(await api.running.deals.state(id)))
}, 600_000)
