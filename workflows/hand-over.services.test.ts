import pg from 'pg'
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
})
afterAll(() => running.stop(), 60_000)

const runIdOf = async (dealId: string) =>
  (await running.client.workflow.getHandle(dealWorkflowId(dealId)).describe()).runId

/** How many changes each run of a deal has taken, from the given run on. */
async function turnsOfRuns(dealId: string, runId: string): Promise<number[]> {
  const { events = [] } = await running.client.workflow.getHandle(dealWorkflowId(dealId), runId).fetchHistory()
  const turns = events?.filter((event) => event.workflowExecutionUpdateCompletedEventAttributes).length ?? 0
  const next = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId
  return next ? [turns, ...(await turnsOfRuns(dealId, next))] : [turns]
}

it('four hundred changes at eight at once, while runs hand over, are each answered and each counted once', async () => {
  const dealId = await running.newDeal()
  const first = await runIdOf(dealId)
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
  const turns = await turnsOfRuns(dealId, first)
  // What had been accepted when the run's share was reached is finished: at most what the server lets be in flight.
  expect(Math.max(...turns)).toBeLessThan(stepsPerRun + 10)
  expect(turns.length).toBeGreaterThan(400 / (stepsPerRun + 10))
}, 180_000)

it('a request that comes again after the hand-over gets the answer that it got before', async () => {
  const dealId = await running.newDeal()
  const first = await runIdOf(dealId)
  const answer = await running.deals.change(dealId, { event: aVisit('asked-twice') })
  for (let n = 0; n < stepsPerRun; n++) await running.deals.change(dealId, { event: aVisit(`between-${n}`) })
  expect(await runIdOf(dealId)).not.toBe(first)
  expect(await running.deals.change(dealId, { event: aVisit('asked-twice') })).toEqual(answer)
  expect((await running.deals.state(dealId))?.effort).toBe(stepsPerRun + 1)
}, 60_000)

it('a change that comes while a run is at its last turn is taken by the next run', async () => {
  const dealId = await running.newDeal()
  const first = await runIdOf(dealId)
  const handle = running.client.workflow.getHandle(dealWorkflowId(dealId), first)
  const happened = async (what: 'Accepted' | 'TaskCompleted') => {
    const { events = [] } = await handle.fetchHistory()
    const name =
      what === 'Accepted' ? 'workflowExecutionUpdateAcceptedEventAttributes' : 'workflowTaskCompletedEventAttributes'
    return events?.filter((event) => event[name]).length ?? 0
  }
  for (let n = 2; n < stepsPerRun; n++) await running.deals.change(dealId, { event: aVisit(`visit-${n}`) })
  const release = await lockedDeal(dealId)
  const last = running.deals.change(dealId, { event: aVisit('last-of-its-run') })
  await expect.poll(() => happened('Accepted'), { timeout: 30_000, interval: 200 }).toBe(stepsPerRun)
  const next = running.deals.change(dealId, { event: aVisit('first-of-the-next') })
  // The step is held up; meanwhile the worker reports that it still works on it, and is handed what has come.
  const tasks = await happened('TaskCompleted')
  await expect.poll(() => happened('TaskCompleted'), { timeout: 30_000, interval: 200 }).toBeGreaterThan(tasks)
  await release()
  expect(await Promise.all([last, next])).toEqual([{ seq: stepsPerRun }, { seq: stepsPerRun + 1 }])
  expect(await turnsOfRuns(dealId, first)).toEqual([stepsPerRun, 1])
}, 120_000)

/** Holds a deal's row, so that a step has to wait until it is released. */
async function lockedDeal(dealId: string): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: running.database.url })
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT 1 FROM deal WHERE id = $1 FOR UPDATE', [dealId])
  return async () => {
    await holder.query('COMMIT')
    await holder.end()
  }
}
