import { readFileSync } from 'node:fs'
import proto from '@temporalio/proto'
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import type { Plan } from '#engine'
import { applyPatch, type DealEvent, type DealState, dealEventSchema, type Patch } from '#engine/deal'
import { dealWorkflowId } from '../workflows/contract.ts'
import { visit } from './enterprise-deal.ts'
import { measure } from './measure.ts'
import type { Product } from './product.ts'

/**
 * A deal with so many events. `stateBytes` is its state, `historyBytes` and `historyEvents` are its first run, which is its
 * longest; `replayMs` is what a worker needs to take that run up, and `replayBytes` the memory by which it grows; `rebuildMs`
 * is what the state takes from the stored steps alone.
 */
export type LongDeal = {
  events: number
  perSecond: number
  stateBytes: number
  historyEvents: number
  historyBytes: number
  replayMs: number
  replayBytes: number
  rebuildMs: number
}

/** A deal at its beginning beside one with a tenth of so many events, and one with all of them. */
export async function longDeals(product: Product, events: number): Promise<LongDeal[]> {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const found: LongDeal[] = []
  // The first one only warms up.
  for (const count of [10, 10, Math.round(events / 10), events]) found.push(await longDeal(product, count))
  return found.slice(1)
}

async function longDeal(product: Product, events: number): Promise<LongDeal> {
  const { plan, client, db, deals } = product
  const dealId = await product.openDeal()
  const { runId } = await client.workflow.getHandle(dealWorkflowId(dealId)).describe()
  await deals.change(dealId, { event: person(plan, { kind: 'person-named', id: 'handler' }) })
  const { perSecond } = await measure(events - 2, 4, (n) => deals.change(dealId, { event: happening(plan, n) }))
  const history = await client.workflow.getHandle(dealWorkflowId(dealId), runId).fetchHistory()
  const encoded = proto.temporal.api.history.v1.History.encode(history).finish()
  const before = process.memoryUsage().rss
  const replay = await timeOf(() =>
    Worker.runReplayHistory({ workflowBundle: { code: readFileSync(product.bundle, 'utf8') } }, history),
  )
  const replayBytes = process.memoryUsage().rss - before
  const steps = await db.dealEvent.findMany({ where: { dealId }, select: { delta: true }, orderBy: { seq: 'asc' } })
  let state: DealState | undefined
  const rebuildMs = await timeOf(() => {
    for (const { delta } of steps) state = applyPatch(state, delta as Patch)
  })
  return {
    events: steps.length,
    perSecond,
    stateBytes: Buffer.byteLength(JSON.stringify(state)),
    historyEvents: history.events?.length ?? 0,
    historyBytes: encoded.byteLength,
    replayMs: replay,
    replayBytes,
    rebuildMs,
  }
}

/** Every fifth is a visit; else a person of the customer's changes, since no state holds 5,000 visits. */
function happening(plan: Plan, n: number): DealEvent {
  return n % 5 === 0
    ? visit(plan, n / 5)
    : person(plan, { kind: 'person-changed', id: `change ${n}`, person: 'handler' })
}

/** A person of the customer's who is named or changes. */
function person(plan: Plan, event: object): DealEvent {
  const [role] = Object.keys(plan.commitmentsOf)
  return dealEventSchema.parse({ by: 'rep', role, name: 'Somebody', ...event })
}

async function timeOf(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
