import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson } from '#engine'
import { DomainError, dealEventSchema } from '#engine/deal'
import { smallPurchase } from '../tests/support/a-model.ts'
import { aClosing, aVisit } from '../tests/support/deal-events.ts'
import { type RunningDeals, runningDeals } from '../tests/support/running-deals.ts'
import { dealWorkflowId } from './contract.ts'

let running: RunningDeals
beforeAll(async () => {
  running = await runningDeals(smallPurchase)
})
afterAll(() => running.stop(), 60_000)

const aWithdrawal = (observation: string) =>
  dealEventSchema.parse({ kind: 'observation-withdrawn', id: 'withdraw', by: 'rep', observation, reason: 'Misheard' })

it('a meeting’s facts are in the read model when its answer arrives', async () => {
  const dealId = await running.newDeal()
  const { seq } = await running.deals.change(dealId, {
    event: aVisit('meeting', { 'element.inquiry': true, 'element.budget': 50000, 'attribute.amount': 9000 }),
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
  const first = await running.deals.change(dealId, { event: aVisit('once', {}) })
  expect(await running.deals.change(dealId, { event: aVisit('once', {}) })).toEqual(first)
  expect((await running.deals.state(dealId))?.effort).toBe(1)
})

it('twenty changes at once are worked one at a time, and none is lost', async () => {
  const dealId = await running.newDeal()
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => running.deals.change(dealId, { event: aVisit(`at-once-${n}`, {}) })),
  )
  const state = await running.deals.state(dealId)
  const deal = await running.database.db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { events: true } })
  expect([state?.effort, deal.seq, deal.events.length]).toEqual([20, 21, 21])
  expect(canonicalJson(deal.state)).toBe(canonicalJson(state))
}, 30_000)

it('a change on a stale version is refused and leaves nothing behind', async () => {
  const dealId = await running.newDeal()
  await running.deals.change(dealId, { event: aVisit('newer', {}) })
  await expect(running.deals.change(dealId, { event: aVisit('stale', {}), expectedSeq: 1 })).rejects.toMatchObject({
    code: 'STALE_VERSION',
  })
  expect((await running.deals.state(dealId))?.seq).toBe(2)
})

it('an observation that the model does not know is refused with its name', async () => {
  const dealId = await running.newDeal()
  await expect(
    running.deals.change(dealId, { event: aVisit('odd', { 'element.weather': true }) }),
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
  await running.deals.change(dealId, { event: aVisit('kept', {}) })
  expect(
    await db.dealEvent.findMany({ where: { dealId }, select: { eventId: true }, orderBy: { seq: 'asc' } }),
  ).toMatchObject([{}, { eventId: 'kept' }])
  expect(await db.task.count({ where: { dealId, id: 'phantom' } })).toBe(0)
})

it('of two changes on the same version that come at once, one is taken', async () => {
  const dealId = await running.newDeal()
  const ask = (id: string) => running.deals.change(dealId, { event: aVisit(id), expectedSeq: 1 })
  const answers = await Promise.allSettled([ask('one'), ask('other')])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'STALE_VERSION' } })
  expect((await running.deals.state(dealId))?.seq).toBe(2)
})

it('a change that the deal’s state forbids is not in its history', async () => {
  const dealId = await running.newDeal()
  const handle = running.client.workflow.getHandle(dealWorkflowId(dealId))
  await running.deals.state(dealId)
  const before = (await handle.fetchHistory()).events?.length
  for (const event of [aWithdrawal('nothing-there'), aVisit('odd', { 'element.inquiry': 'half \ud83d' })])
    await expect(running.deals.change(dealId, { event })).rejects.toBeInstanceOf(DomainError)
  await running.deals.state(dealId)
  expect((await handle.fetchHistory()).events?.length).toBe(before)
})

it('a closed deal’s workflow ends, and later changes are told so', async () => {
  const dealId = await running.newDeal()
  await running.deals.change(dealId, { event: aClosing('close') })
  expect((await running.database.db.deal.findUniqueOrThrow({ where: { id: dealId } })).outcome).toBe('lost')
  const handle = running.client.workflow.getHandle(dealWorkflowId(dealId))
  expect((await handle.describe()).status.name).toBe('COMPLETED')
  await expect(running.deals.change(dealId, { event: aVisit('late') })).rejects.toMatchObject({ code: 'DEAL_CLOSED' })
  expect((await running.deals.state(dealId))?.outcome).toBe('lost')
})

it('who asks again for what a closed deal had taken gets the answer that it got before', async () => {
  const dealId = await running.newDeal()
  const visited = await running.deals.change(dealId, { event: aVisit('last-visit') })
  const closed = await running.deals.change(dealId, { event: aClosing('close') })
  expect(await running.deals.change(dealId, { event: aClosing('close') })).toEqual(closed)
  expect(await running.deals.change(dealId, { event: aVisit('last-visit') })).toEqual(visited)
})

it('a deal that is opened again, before and after its end, stays as it is', async () => {
  const dealId = await running.newDeal()
  const opening = {
    kind: 'opened' as const,
    id: `open ${dealId}`,
    by: 'rep',
    dealId,
    planHash: running.plan.hash,
    name: 'Again',
    owner: 'rep',
    observations: [],
  }
  expect(await running.deals.open(dealId, opening)).toEqual({ seq: 1 })
  await running.deals.change(dealId, { event: aClosing('close') })
  expect(await running.deals.open(dealId, opening)).toEqual({ seq: 1 })
  await expect(running.deals.open(dealId, { ...opening, id: 'another' })).rejects.toMatchObject({ code: 'DEAL_CLOSED' })
  expect(await running.deals.state(dealId)).toMatchObject({ seq: 2, name: 'Press line for Acme' })
})

it('a deal that was never opened is not found', async () => {
  await expect(running.deals.change('nobody', { event: aVisit('visit') })).rejects.toMatchObject({
    code: 'DEAL_NOT_FOUND',
  })
  await expect(running.deals.state('nobody')).rejects.toMatchObject({ code: 'DEAL_NOT_FOUND' })
})
