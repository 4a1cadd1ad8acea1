import { Context } from '@temporalio/activity'
import { ServiceError } from '@temporalio/client'
import { type DealEvent, DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { createDealsClient, type DealsClient } from '../deals-client.ts'
import type { MoveSome } from '../move-contract.ts'
import { workThrough } from './in-flight.ts'

/** Deals that one call moves: a second's work, so that a pause is soon felt and a killed worker leaves little to go over. */
const dealsPerCall = 24
/** A deal that could not be confirmed so often is given up, with its reason; the rest of the move is not held back. */
const attemptsPerDeal = 5
const patience = 15_000

type Version = { id: string; number: number; planHash: string }
type Row = { dealId: string; attempts: number; seq: number | null; from: Version; deal: { modelVersionId: string } }
type Outcome = { status: string; seq?: number; reason?: string; attempts?: number }

const versionParts = { select: { id: true, number: true, planHash: true } } as const

/** Moves the next waiting deals of a move, or moves them back. Run twice for the same deals, it moves each once. */
export function createMoveSome(db: Db, taskQueue: string): MoveSome {
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
      const outcome = await (undoing ? moveBack(deals, move, row) : moveOn(deals, move, row))
      await db.movedDeal.updateMany({ where: { moveId, dealId: row.dealId, status: waiting.status }, data: outcome })
      if (outcome.status === waiting.status) return
      counts[outcome.status === 'moved' || outcome.status === 'restored' ? 'done' : 'not'] += 1
    })
    return { ...counts, left: await db.movedDeal.count({ where: waiting }) }
  }
}

type Move = { id: string; movedBy: string; version: Version }

function moveOn(deals: DealsClient, { id, movedBy, version }: Move, row: Row): Promise<Outcome> | Outcome {
  if (![row.from.id, version.id].includes(row.deal.modelVersionId))
    return { status: 'refused', reason: 'It has been moved to another version meanwhile.' }
  const change = { event: moveTo(version, `move ${id}`, movedBy) }
  return ask(deals, row, change, { status: 'moved', given: 'pending', up: 'failed', refused: 'refused' })
}

/** Only where nothing has happened since: what did may rest on the newer version. */
function moveBack(deals: DealsClient, { id, movedBy }: Move, row: Row): Promise<Outcome> {
  const event = moveTo(row.from, `move ${id} undone`, movedBy)
  const change = { event, ...(row.seq !== null && { expectedSeq: row.seq }) }
  return ask(deals, row, change, { status: 'restored', given: 'moved', up: 'kept', refused: 'kept' })
}

const moveTo = (version: Version, id: string, by: string): DealEvent => ({
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
): Promise<Outcome> {
  try {
    const { seq } = await deals.change(row.dealId, change)
    return { status: to.status, seq, attempts: 0, reason: '' }
  } catch (error) {
    // The server is away: that is not the deal's fault, and the whole call is tried again later.
    if (error instanceof ServiceError) throw error
    const attempts = row.attempts + 1
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof DomainError && !mayPass.includes(error.code)) return { status: to.refused, attempts, reason }
    return { status: attempts >= attemptsPerDeal ? to.up : to.given, attempts, reason }
  }
}

/** Refusals that another attempt may not meet. */
const mayPass: string[] = ['NOT_CONFIRMED_YET', 'CHANGE_NOT_TAKEN']
