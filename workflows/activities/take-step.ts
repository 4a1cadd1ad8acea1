import { ApplicationFailure } from '@temporalio/activity'
import { advance } from '#engine'
import { type DealEvent, type DealState, DomainError, diffState, type Effect, type Patch } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { refusedFailure, type TakeStep } from '../contract.ts'
import { assignOwners } from './assign-owners.ts'
import { notifyPeople } from './notify-people.ts'
import type { PlanCache } from './plan-cache.ts'
import { projectDeal } from './project-deal.ts'

/**
 * Takes one step of a deal: asks the rules, chooses owners for new support requests, and writes the read model, all in one
 * transaction keyed by the deal's sequence number. It may run twice for one step, and counts once.
 */
export function createTakeStep(db: Db, plans: PlanCache): TakeStep {
  return async (previous, event, now) => {
    const plan = await plans.byHash(event.kind === 'opened' ? event.planHash : (previous?.planHash ?? ''))
    const { state, effects } = await advance(plan, previous, event, now).catch(asFailure)
    return db.$transaction(async (tx) => {
      const recorded = await recordedStep(tx, state, event)
      if (recorded) return recorded
      const owned = await assignOwners(tx, state, newRequests(effects))
      const patch = diffState(previous, owned)
      await projectDeal(tx, previous, owned, { event, patch, now })
      await notifyPeople(tx, owned, event, effects, now)
      return patch
    })
  }
}

type Transaction = Parameters<Parameters<Db['$transaction']>[0]>[0]

/** The patch of this very step, where an earlier run of the activity had stored it before the workflow could record it. */
async function recordedStep(tx: Transaction, state: DealState, event: DealEvent): Promise<Patch | undefined> {
  const row = await tx.dealEvent.findUnique({ where: { dealId_seq: { dealId: state.dealId, seq: state.seq } } })
  return row?.eventId === event.id ? (row.delta as Patch) : undefined
}

const newRequests = (effects: Effect[]): string[] =>
  effects.flatMap((effect) => (effect.kind === 'request-support' ? [effect.request] : []))

function asFailure(error: unknown): never {
  if (error instanceof DomainError)
    throw ApplicationFailure.nonRetryable(error.message, refusedFailure, error.code, error.details)
  throw error
}
