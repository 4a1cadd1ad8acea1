import { Context } from '@temporalio/activity'
import { ServiceError } from '@temporalio/client'
import { canonicalJson, impactOf } from '#engine'
import { type DealEvent, type DealState, DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { createDealsClient, type DealsClient } from '../deals-client.ts'
import type { MoveSome } from '../move-contract.ts'
import { workThrough } from './in-flight.ts'
import type { PlanCache } from './plan-cache.ts'

/** Deals that one call moves: a second's work, so that a pause is soon felt and a killed worker leaves little to go over. */
const dealsPerCall = 24
/** A deal that could not be confirmed so often is given up, with its reason; the rest of the move is not held back. */
const attemptsPerDeal = 5
const patience = 15_000

type Version = { id: string; number: number; planHash: string }
type Row = {
  dealId: string
  attempts: number
  seq: number | null
  foreseen: unknown
  from: Version
  deal: { modelVersionId: string }
}
type Outcome = { status: string; seq?: number; reason?: string; attempts?: number }

const versionParts = { select: { id: true, number: true, planHash: true } } as const

/** Moves the next waiting deals of a move, or moves them back. Run twice for the same deals, it moves each once. */
export function createMoveSome(db: Db, plans: PlanCache, taskQueue: string): MoveSome {
  return async (moveId, undoing) => {
    const deals = createDealsClient(Context.current().client, taskQueue, { patience })
    const move = await db.modelMove.findUniqueOrThrow({ where: { id: moveId }, include: { version: versionParts } })
    const waiting = { moveId, status: undoing ? 'moved' : 'pending' }
    if (undoing) await db.movedDeal.updateMany({ where: { moveId, status: 'pending' }, data: { status: 'left' } })
    const rows = await db.movedDeal.findMany({
      where: waiting,
      orderBy: [{ attempts: 'asc' }, { dealId: 'asc' }],
      take: dealsPerCall,
      include: { from: versionParts, deal: { select: { modelVersionId: true } } },
    })
    const counts = { done: 0, not: 0 }
    await workThrough(rows, async (row) => {
      const outcome = await (undoing ? moveBack(deals, move, row) : moveOn({ db, plans, deals }, move, row))
      await db.movedDeal.updateMany({ where: { moveId, dealId: row.dealId, status: waiting.status }, data: outcome })
      if (outcome.status === waiting.status) return
      counts[outcome.status === 'moved' || outcome.status === 'restored' ? 'done' : 'not'] += 1
    })
    return { ...counts, left: await db.movedDeal.count({ where: waiting }) }
  }
}

type Move = { id: string; movedBy: string; version: Version }

type Means = { db: Db; plans: PlanCache; deals: DealsClient }

async function moveOn(means: Means, { id, movedBy, version }: Move, row: Row): Promise<Outcome> {
  if (![row.from.id, version.id].includes(row.deal.modelVersionId))
    return { status: 'refused', reason: 'It has been moved to another version meanwhile.' }
  const event = moveTo(version, `move ${id}`, movedBy)
  const statuses = { status: 'moved', given: 'pending', up: 'failed', refused: 'refused' }
  // One that is there already was moved by an attempt before this one, which learns its answer.
  if (row.foreseen === null || row.deal.modelVersionId === version.id) return ask(means.deals, row, { event }, statuses)
  const { impact, seq } = await impactNow(means, row, version)
  return canonicalJson(impact) === canonicalJson(row.foreseen)
    ? ask(means.deals, row, { event, expectedSeq: seq }, statuses, [...mayPass, 'STALE_VERSION'])
    : { status: 'changed', reason: otherEffect }
}

const otherEffect =
  'The deal has changed since the preview, and moving it would have another effect now. Look at it anew, then move it.'

/** What moving a deal would do to it at this moment, and the step that it stands at. */
async function impactNow({ db, plans }: Means, { dealId, from }: Row, { planHash, number }: Version) {
  const { state, seq } = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { state: true, seq: true },
  })
  const [was, plan] = await Promise.all([plans.byHash(from.planHash), plans.byHash(planHash)])
  const now = new Date().toISOString()
  const { impact } = await impactOf(was, { plan, version: number }, state as unknown as DealState, now)
  return { impact, seq }
}

/** Only where nothing has happened since: what did may rest on the newer version. */
function moveBack(deals: DealsClient, { id, movedBy }: Move, row: Row): Promise<Outcome> {
  const event: DealEvent = { ...moveTo(row.from, `move ${id} undone`, movedBy), undoes: true }
  const change = { event, ...(row.seq !== null && { expectedSeq: row.seq }) }
  return ask(deals, row, change, { status: 'restored', given: 'moved', up: 'kept', refused: 'kept' })
}

const moveTo = (version: Version, id: string, by: string): DealEvent & { kind: 'model-moved' } => ({
  kind: 'model-moved',
  id,
  by,
  planHash: version.planHash,
  version: version.number,
})

type Statuses = { status: string; given: string; up: string; refused: string }

async function ask(
  deals: DealsClient,
  row: Row,
  change: { event: DealEvent; expectedSeq?: number },
  to: Statuses,
  passing: readonly string[] = mayPass,
): Promise<Outcome> {
  try {
    const { seq } = await deals.change(row.dealId, change)
    return { status: to.status, seq, attempts: 0, reason: '' }
  } catch (error) {
    // The server is away: that is not the deal's fault, and the whole call is tried again later.
    if (error instanceof ServiceError) throw error
    const attempts = row.attempts + 1
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof DomainError && !passing.includes(error.code)) return { status: to.refused, attempts, reason }
    return { status: attempts >= attemptsPerDeal ? to.up : to.given, attempts, reason }
  }
}

/** Refusals that another attempt may not meet. */
const mayPass: string[] = ['NOT_CONFIRMED_YET', 'CHANGE_NOT_TAKEN']
