import { Context } from '@temporalio/activity'
import { canonicalJson, impactOf, type MoveTarget, moveTo, type Overlay, type Plan } from '#engine'
import { type DealEvent, type DealState, DomainError } from '#engine/deal'
import type { Db, Prisma } from '../../prisma/client.ts'
import type { DealChange } from '../contract.ts'
import { createDealsClient, type DealsClient } from '../deals-client.ts'
import type { MoveSome } from '../move-contract.ts'
import { type Answered, askDeal, mayPass, type Refused, refusedBy } from './ask-deal.ts'
import { workThrough } from './in-flight.ts'
import type { PlanCache } from './plan-cache.ts'
import { createVersionModels } from './version-models.ts'

/** Deals that one call moves: a second's work, so that a pause is soon felt and a killed worker leaves little to go over. */
const dealsPerCall = 24
const patience = 15_000

type Version = { id: string; number: number; planHash: string }
type Row = {
  dealId: string
  attempts: number
  seq: number | null
  foreseen: unknown
  fromPlanHash: string | null
  fromOwnChanges: unknown
  from: Version
  deal: { modelVersionId: string }
}
type Outcome = { status: string; seq?: number; attempts?: number } & Partial<Refused>

const versionParts = { select: { id: true, number: true, planHash: true } } as const

/** Moves the next waiting deals of a move, or moves them back. Run twice for the same deals, it moves each once. */
export function createMoveSome(db: Db, plans: PlanCache, taskQueue: string): MoveSome {
  const modelOf = createVersionModels(db)
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
      const outcome = await (undoing ? moveBack(deals, move, row) : moveOn({ db, plans, modelOf, deals }, move, row))
      await db.movedDeal.updateMany({ where: { moveId, dealId: row.dealId, status: waiting.status }, data: outcome })
      if (outcome.status === waiting.status) return
      counts[outcome.status === 'moved' || outcome.status === 'restored' ? 'done' : 'not'] += 1
    })
    return { ...counts, left: await db.movedDeal.count({ where: waiting }) }
  }
}

type Move = { id: string; movedBy: string; version: Version }

type Means = { db: Db; plans: PlanCache; modelOf: ReturnType<typeof createVersionModels>; deals: DealsClient }

async function moveOn(means: Means, { id, movedBy, version }: Move, row: Row): Promise<Outcome> {
  if (![row.from.id, version.id].includes(row.deal.modelVersionId))
    return { status: 'refused', ...refusedBy(movedMeanwhile(row)) }
  const sent = { id: `move ${id}`, by: movedBy }
  const statuses = { taken: 'moved', later: 'pending', 'given-up': 'failed', refused: 'refused' }
  // One that is there already was moved by an attempt before this one, which learns its answer.
  if (row.deal.modelVersionId === version.id)
    return ask(means.deals, row, { event: { ...versionEvent(version), ...sent } }, statuses)
  const now = await standingNow(means, row, version)
  if (row.foreseen !== null && canonicalJson(await now.impact()) !== canonicalJson(row.foreseen))
    return { status: 'changed', reason: otherEffect }
  try {
    const { plan, event } = moveTo(now.state, now.model, now.target)
    if (event.own) await keepOwn(means.db, row, { id, version }, now.state, plan)
    // What the move rests on, a preview or what the deal does otherwise, holds for the step that was looked at.
    const rests = row.foreseen !== null || event.own
    return ask(
      means.deals,
      row,
      { event: { ...event, ...sent }, ...(rests && { expectedSeq: now.state.seq }) },
      statuses,
      rests ? [...mayPass, 'STALE_VERSION'] : mayPass,
    )
  } catch (error) {
    if (error instanceof DomainError) return { status: statuses.refused, ...refusedBy(error) }
    throw error
  }
}

const otherEffect =
  'The deal has changed since the preview, and moving it would have another effect now. Look at it anew, then move it.'

const movedMeanwhile = ({ dealId }: Row): DomainError =>
  new DomainError('DEAL_MOVED_MEANWHILE', 'It has been moved to another version meanwhile.', { deal: dealId })

/** A deal at this moment, what it would be moved to, and what that would do to it. */
async function standingNow({ db, plans, modelOf }: Means, { dealId, from }: Row, { id, planHash, number }: Version) {
  const deal = await db.deal.findUniqueOrThrow({ where: { id: dealId }, select: { state: true } })
  const state = deal.state as unknown as DealState
  const [model, target, plan] = await Promise.all([modelOf(from.id), modelOf(id), plans.byHash(planHash)])
  const to: MoveTarget = { model: target, plan, version: number }
  const impact = async () => {
    const was = { model, plan: await plans.byHash(state.planHash) }
    return (await impactOf(was, to, state, new Date().toISOString())).impact
  }
  return { state, model, target: to, impact }
}

/** Before a deal is moved with what it does otherwise: its plan is there for the step, and what it did before for an undo. */
async function keepOwn(
  db: Db,
  { dealId }: Row,
  { id, version }: Pick<Move, 'id' | 'version'>,
  { planHash, own }: DealState,
  plan: Plan,
): Promise<void> {
  if (plan.hash !== version.planHash)
    await db.adaptedPlan.createMany({
      data: [{ hash: plan.hash, versionId: version.id, plan }],
      skipDuplicates: true,
    })
  await db.movedDeal.update({
    where: { moveId_dealId: { moveId: id, dealId } },
    data: { fromPlanHash: planHash, fromOwnChanges: own as Prisma.InputJsonValue },
  })
}

/** Only where nothing has happened since: what did may rest on the newer version. */
async function moveBack(deals: DealsClient, { id, movedBy }: Move, row: Row): Promise<Outcome> {
  const own = row.fromOwnChanges as Overlay | null
  const event: DealEvent = {
    ...versionEvent({ ...row.from, ...(row.fromPlanHash && { planHash: row.fromPlanHash }) }),
    ...(own && { own }),
    id: `move ${id} undone`,
    by: movedBy,
    undoes: true,
  }
  const change = { event, ...(row.seq !== null && { expectedSeq: row.seq }) }
  const outcome = await ask(deals, row, change, {
    taken: 'restored',
    later: 'moved',
    'given-up': 'kept',
    refused: 'kept',
  })
  return outcome.code === 'STALE_VERSION' ? { ...outcome, ...refusedBy(wentOn(row)) } : outcome
}

const wentOn = ({ dealId }: Row): DomainError =>
  new DomainError(
    'DEAL_WENT_ON',
    'Something has happened on this deal since it was moved, and may rest on that version. It stays there: move it by itself if it should go back.',
    { deal: dealId },
  )

const versionEvent = ({ planHash, number }: Version) => ({ kind: 'model-moved', planHash, version: number }) as const

type Statuses = Record<Answered['answer'], string>

async function ask(
  deals: DealsClient,
  row: Row,
  change: DealChange,
  to: Statuses,
  passing: readonly string[] = mayPass,
): Promise<Outcome> {
  const answered = await askDeal(deals, row, change, passing)
  const status = to[answered.answer]
  if (answered.answer === 'taken') return { status, seq: answered.seq, attempts: 0, reason: '' }
  const { answer: _, ...told } = answered
  return { status, ...told }
}
