import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson } from '#engine'
import { applyPatch, type DealEvent, type DealState, type Patch } from '#engine/deal'
import { hastyPurchase } from '../launch/recorded-purchase.ts'
import { deskCommands } from '../tests/support/deal-commands.ts'
import { aVisit } from '../tests/support/deal-events.ts'
import { type DisturbedDeals, disturbedDeals } from '../tests/support/disturbed-deals.ts'
import { toldOf } from '../tests/support/plain-deal.ts'
import { undisturbed } from '../tests/support/undisturbed.ts'
import { WorkedDeal } from '../tests/support/worked-deal.ts'
import { type Rebuilt, rebuildDeal } from './rebuild/rebuild-deal.ts'
import { roundsId } from './rounds-contract.ts'
import { startRounds } from './start-rounds.ts'

const capacity = 2
const dealCount = 4
/** In milliseconds; KEYNODE_OUTAGE_SECONDS=60 makes it a whole minute. */
const outageMs = Number(process.env.KEYNODE_OUTAGE_SECONDS ?? 6) * 1000

let product: DisturbedDeals
beforeAll(async () => {
  // Runs hand over every few steps, so that what befalls a deal befalls its hand-overs too.
  product = await disturbedDeals(hastyPurchase, { stepsPerRun: 12 })
  const { db } = product.database
  const people = ['legal-1', 'legal-2', 'service-1']
  await db.user.createMany({
    data: people.map((id) => ({
      id,
      name: id,
      email: `${id}@example.com`,
      role: 'resource-owner',
      updatedAt: new Date(),
    })),
  })
  for (const id of ['legal', 'service'])
    await db.department.create({
      data: {
        id,
        name: id,
        members: { create: people.filter((one) => one.startsWith(id)).map((userId) => ({ userId, capacity })) },
      },
    })
})
afterAll(() => product.stop(), 60_000)

const taskQueue = () => product.environment.KEYNODE_TASK_QUEUE ?? ''

it('whatever befalls workers, their clocks, database and server, each deal ends as it does undisturbed, and is stored as it is', async () => {
  await fc.assert(
    fc.asyncProperty(deskCommands, async (commands) => {
      const deals = await dealsAtWork()
      await fc.asyncModelRun(() => ({ model: {}, real: { product, deals } }), commands)
      await expectAllUndisturbed(deals)
    }),
    { numRuns: Number(process.env.KEYNODE_RUNS ?? 2), endOnFailure: true },
  )
}, 3_600_000)

it.each(['database lost', 'Temporal server lost'] as const)(
  'a long time with the %s costs nothing that was asked or fell due meanwhile',
  async (kind) => {
    const deals = await dealsAtWork()
    const visit = (deal: WorkedDeal) => {
      const id = deal.newId('visit')
      deal.tell(aVisit(id, { 'element.inquiry': true, 'attribute.amount': 90_000 }), 2)
    }
    deals.forEach(visit)
    product.disturb({ kind, ms: outageMs })
    deals.forEach(visit)
    await expectAllUndisturbed(deals)
  },
  300_000,
)

it.each([
  ['forward', 3_600_000],
  ['back', -3_600_000],
])(
  'clocks that jump an hour %s let nothing fall due too early, too late or twice',
  async (_, byMs) => {
    const deals = await dealsAtWork()
    const visit = (deal: WorkedDeal) => {
      deal.tell(aVisit(deal.newId('visit'), { 'element.inquiry': true, 'attribute.amount': 90_000 }), 2)
    }
    deals.forEach(visit)
    for (const worker of [0, 1]) product.disturb({ kind: 'clock set', worker, byMs, ms: outageMs })
    deals.forEach(visit)
    await product.untilCalm()
    deals.forEach(visit)
    await expectAllUndisturbed(deals)
  },
  300_000,
)

async function dealsAtWork(): Promise<WorkedDeal[]> {
  await startRounds(product.client, 'assignWaiting', taskQueue(), { everyMs: 500 })
  const ids = await Promise.all(Array.from({ length: dealCount }, () => product.newDeal()))
  return ids.map((id) => new WorkedDeal(product, id))
}

async function expectAllUndisturbed(deals: WorkedDeal[]): Promise<void> {
  await product.untilCalm()
  await Promise.all(deals.map((deal) => deal.untilAnswered()))
  for (const { id } of deals) await untilNothingIsDue(id)
  await product.client.workflow.getHandle(roundsId('assignWaiting', taskQueue())).terminate()
  for (const deal of deals) await expectUndisturbed(deal)
}

/** Until the deal has been woken for all that falls due within the next minute. */
async function untilNothingIsDue(id: string): Promise<void> {
  const wakesAt = async () => Date.parse((await product.deals.state(id))?.wakeAt ?? '2100-01-01T00:00:00.000Z')
  await expect.poll(wakesAt, { timeout: 60_000, interval: 100 }).toBeGreaterThan(Date.now() + 60_000)
}

async function expectUndisturbed({ id: dealId, plain, answered, surprises }: WorkedDeal): Promise<void> {
  const { db } = product.database
  expect(surprises).toEqual([])
  const state = (await product.deals.state(dealId)) as DealState
  expect(toldOf(state)).toEqual(plain.expected())
  const rows = await db.dealEvent.findMany({ where: { dealId }, orderBy: { seq: 'asc' } })
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: state.seq }, (_, n) => n + 1))
  const seqs = new Map(rows.map(({ eventId, seq }) => [eventId, seq]))
  expect(seqs.size).toBe(state.seq)
  for (const [eventId, seq] of answered) expect([eventId, seqs.get(eventId)]).toEqual([eventId, seq])

  const steps = rows.map(({ event, at, delta }) => ({
    event: event as unknown as DealEvent,
    at: at.toISOString(),
    delta: delta as Patch,
  }))
  const went = await undisturbed(product.plan, steps)
  let stood: DealState | undefined
  for (const [n, { event, at, delta }] of steps.entries()) {
    expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(steps[n - 1]?.at ?? at))
    // Nobody wakes a deal before its time.
    if (event.kind === 'woken') expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(stood?.wakeAt ?? ''))
    stood = applyPatch(stood, delta)
    expect(canonicalJson(went[n])).toBe(canonicalJson(stood))
  }
  expect(canonicalJson(stood)).toBe(canonicalJson(state))
  expect(await rebuildDeal({ db, deals: product.deals }, dealId, false)).toEqual({
    dealId,
    from: 'workflow',
    differences: [],
  } satisfies Rebuilt)
}
