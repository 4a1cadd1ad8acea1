import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson } from '#engine'
import { smallPurchase } from '../tests/support/a-model.ts'
import { aVisit } from '../tests/support/deal-events.ts'
import { type RunningDeals, runningDeals } from '../tests/support/running-deals.ts'
import { dealWorkflowId } from './contract.ts'

const stepsPerRun = 25
let running: RunningDeals
beforeAll(async () => {
  running = await runningDeals(smallPurchase, { stepsPerRun, patience: 60_000 })
}, 120_000)
afterAll(() => running.stop(), 60_000)

const runIdOf = async (dealId: string) =>
  (await running.client.workflow.getHandle(dealWorkflowId(dealId)).describe()).runId

it('four hundred changes at eight at once, while runs hand over, are each answered and each counted once', async () => {
  const dealId = await running.newDeal()
  const waiting = Array.from({ length: 400 }, (_, n) => `visit-${n}`)
  const answers: number[] = []
  const send = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift())
      answers.push((await running.deals.change(dealId, { event: aVisit(id) })).seq)
  }
  await Promise.all(Array.from({ length: 8 }, send))
  const state = await running.deals.state(dealId)
  const deal = await running.database.db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { events: true } })
  expect([state?.effort, deal.effort, deal.events.length]).toEqual([400, 400, 401])
  expect(new Set(answers).size).toBe(400)
  expect(canonicalJson(deal.state)).toBe(canonicalJson(state))
}, 180_000)

it('no run takes many more turns than it should before it hands over', async () => {
  const dealId = await running.newDeal()
  const first = await runIdOf(dealId)
  await Promise.all(Array.from({ length: 60 }, () => running.deals.change(dealId, { event: aVisit(randomUUID()) })))
  const handle = running.client.workflow.getHandle(dealWorkflowId(dealId), first)
  const { events } = await handle.fetchHistory()
  const taken = events?.filter((event) => event.workflowExecutionUpdateCompletedEventAttributes).length ?? 0
  expect(events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes).toBeTruthy()
  expect(taken).toBeGreaterThanOrEqual(stepsPerRun)
  expect(taken).toBeLessThan(stepsPerRun + 10)
}, 120_000)

it('a request that comes again after the hand-over gets the answer that it got before', async () => {
  const dealId = await running.newDeal()
  const first = await runIdOf(dealId)
  const answer = await running.deals.change(dealId, { event: aVisit('asked-twice') })
  for (let n = 0; n < stepsPerRun; n++) await running.deals.change(dealId, { event: aVisit(`between-${n}`) })
  expect(await runIdOf(dealId)).not.toBe(first)
  expect(await running.deals.change(dealId, { event: aVisit('asked-twice') })).toEqual(answer)
  expect((await running.deals.state(dealId))?.effort).toBe(stepsPerRun + 1)
}, 60_000)
