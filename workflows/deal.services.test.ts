import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson } from '#engine'
import { dealEventSchema } from '#engine/deal'
import { smallPurchase } from '../tests/support/a-model.ts'
import { type RunningDeals, runningDeals } from '../tests/support/running-deals.ts'

let running: RunningDeals
beforeAll(async () => {
  running = await runningDeals(smallPurchase)
}, 120_000)
afterAll(() => running.stop(), 60_000)

const visit = (id: string, values: Record<string, string | number | boolean>) =>
  dealEventSchema.parse({
    kind: 'interaction-recorded',
    id,
    by: 'rep',
    interaction: { kind: 'visit', at: '2026-03-02T09:00:00.000Z' },
    observations: Object.entries(values).map(([fact, value], n) => ({ id: `${id}.${n}`, fact, value })),
  })

it('a meeting’s facts are in the read model when its answer arrives', async () => {
  const dealId = await running.newDeal()
  const { seq } = await running.deals.change(dealId, {
    event: visit('meeting', { 'element.inquiry': true, 'element.budget': 50000, 'attribute.amount': 9000 }),
  })
  const deal = await running.database.db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { tasks: true } })
  expect([seq, deal.seq, deal.openStages, deal.effort]).toEqual([2, 2, ['approval'], 1])
  expect(deal.tasks.map(({ actionId, status }) => `${actionId} ${status}`).sort()).toEqual([
    'meet-approver open',
    'visit-handler effect-obtained',
  ])
})

it('the same request twice counts once', async () => {
  const dealId = await running.newDeal()
  const first = await running.deals.change(dealId, { event: visit('once', {}) })
  expect(await running.deals.change(dealId, { event: visit('once', {}) })).toEqual(first)
  expect((await running.deals.state(dealId))?.effort).toBe(1)
})

it('twenty changes at once are worked one at a time, and none is lost', async () => {
  const dealId = await running.newDeal()
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => running.deals.change(dealId, { event: visit(`at-once-${n}`, {}) })),
  )
  const state = await running.deals.state(dealId)
  const deal = await running.database.db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { events: true } })
  expect([state?.effort, deal.seq, deal.events.length]).toEqual([20, 21, 21])
  expect(canonicalJson(deal.state)).toBe(canonicalJson(state))
}, 30_000)

it('a change on a stale version is refused and leaves nothing behind', async () => {
  const dealId = await running.newDeal()
  await running.deals.change(dealId, { event: visit('newer', {}) })
  await expect(running.deals.change(dealId, { event: visit('stale', {}), expectedSeq: 1 })).rejects.toMatchObject({
    code: 'STALE_VERSION',
  })
  expect((await running.deals.state(dealId))?.seq).toBe(2)
})

it('an observation that the model does not know is refused with its name', async () => {
  const dealId = await running.newDeal()
  await expect(
    running.deals.change(dealId, { event: visit('odd', { 'element.weather': true }) }),
  ).rejects.toMatchObject({ code: 'FACT_UNKNOWN', details: { fact: 'element.weather' } })
  expect((await running.deals.state(dealId))?.seq).toBe(1)
})

it('a step that was stored and never recorded is replaced by the step that the workflow takes', async () => {
  const dealId = await running.newDeal()
  const { db } = running.database
  await db.dealEvent.create({
    data: {
      dealId,
      seq: 2,
      eventId: 'lost',
      kind: 'interaction-recorded',
      byId: 'rep',
      at: new Date(),
      event: {},
      delta: {},
    },
  })
  await db.task.create({
    data: {
      dealId,
      id: 'phantom',
      name: 'Phantom',
      status: 'open',
      assigneeId: 'rep',
      brings: [],
      openedAt: new Date(),
      seq: 2,
    },
  })
  await running.deals.change(dealId, { event: visit('kept', {}) })
  expect(
    await db.dealEvent.findMany({ where: { dealId }, select: { eventId: true }, orderBy: { seq: 'asc' } }),
  ).toMatchObject([{}, { eventId: 'kept' }])
  expect(await db.task.count({ where: { dealId, id: 'phantom' } })).toBe(0)
})

it('a closed deal’s workflow ends, and later changes are told so', async () => {
  const dealId = await running.newDeal()
  await running.deals.change(dealId, {
    event: dealEventSchema.parse({ kind: 'closed', id: 'close', by: 'rep', outcome: 'lost', reason: 'No budget' }),
  })
  expect((await running.database.db.deal.findUniqueOrThrow({ where: { id: dealId } })).outcome).toBe('lost')
})
