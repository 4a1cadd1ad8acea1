import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProcessModelDraft } from '#engine'
import { smallPurchase } from '../tests/support/a-model.ts'
import { aVisit } from '../tests/support/deal-events.ts'
import { type RunningDeals, runningDeals } from '../tests/support/running-deals.ts'
import { dealWorkflowId } from './contract.ts'

/** The visit of the first stage is due after a second and a half, the meeting of the second after a second more. */
const hastyPurchase: ProcessModelDraft = {
  ...smallPurchase,
  stages: smallPurchase.stages?.map((stage) => ({
    ...stage,
    actions: stage.actions?.map((action) => ({ ...action, due: { unit: 'minutes', amount: 0.025 } })),
  })),
}

let running: RunningDeals
beforeAll(async () => {
  running = await runningDeals(hastyPurchase)
})
afterAll(() => running.stop(), 60_000)

const eventsOf = (dealId: string) =>
  running.database.db.dealEvent.findMany({ where: { dealId }, select: { kind: true }, orderBy: { seq: 'asc' } })
const kinds = async (dealId: string) => (await eventsOf(dealId)).map(({ kind }) => kind)
const escalations = async (dealId: string) =>
  Object.values((await running.deals.state(dealId))?.tasks ?? {}).filter(({ escalatedAt }) => escalatedAt).length
const untilEscalated = (dealId: string) =>
  expect.poll(() => escalations(dealId).catch(() => 0), { timeout: 40_000, interval: 200 }).toBe(1)

it('a task whose due time passes escalates, by one wake-up', async () => {
  const dealId = await running.newDeal()
  await untilEscalated(dealId)
  expect(await kinds(dealId)).toEqual(['opened', 'woken'])
  expect((await running.deals.state(dealId))?.wakeAt).toBeUndefined()
})

it('a deal that moves on is woken for what it owes now, not for what it owed before', async () => {
  const dealId = await running.newDeal()
  await running.deals.change(dealId, { event: aVisit('visit', { 'element.inquiry': true }) })
  await untilEscalated(dealId)
  expect(await kinds(dealId)).toEqual(['opened', 'interaction-recorded', 'woken'])
  const { tasks = {} } = (await running.deals.state(dealId)) ?? {}
  expect(Object.values(tasks).map(({ action, escalatedAt }) => [action, escalatedAt !== undefined])).toEqual([
    ['visit-handler', false],
    ['meet-finance', true],
  ])
})

it('a due time that passes while no worker runs escalates once when one is back', async () => {
  const dealId = await running.newDeal()
  const dueAt = Date.parse((await running.deals.state(dealId))?.wakeAt ?? '')
  await running.stopWorker()
  await expect.poll(() => Date.now() > dueAt + 500, { timeout: 10_000 }).toBe(true)
  await running.startWorker()
  await untilEscalated(dealId)
  expect(await kinds(dealId)).toEqual(['opened', 'woken'])
})

it('a wake-up that fails is tried again, and the deal stays alive meanwhile', async () => {
  const { db } = running.database
  const plan = await running.publish({ ...hastyPurchase, name: 'Purchase whose plan is damaged' })
  const dealId = await running.newDeal({ plan })
  await running.stopWorker()
  await db.modelVersion.update({ where: { id: plan.hash }, data: { plan: { hash: plan.hash } } })
  await running.startWorker()
  const handle = running.client.workflow.getHandle(dealWorkflowId(dealId))
  const failedSteps = async () =>
    (await handle.fetchHistory()).events?.filter((event) => event.markerRecordedEventAttributes?.failure).length
  await expect.poll(failedSteps, { timeout: 40_000, interval: 500 }).toBeGreaterThan(0)
  expect((await handle.describe()).status.name).toBe('RUNNING')
  await running.stopWorker()
  await db.modelVersion.update({ where: { id: plan.hash }, data: { plan } })
  await running.startWorker()
  await untilEscalated(dealId)
}, 120_000)
