import { ApplicationFailure } from '@temporalio/activity'
import { advance } from '#engine'
import { type DealEvent, type DealState, DomainError, diffState, type Effect, type Patch } from '#engine/deal'
import type { Db, Transaction } from '../../prisma/client.ts'
import { refusedFailure, type TakeStep } from '../contract.ts'
import { assignOwners } from './assign-owners.ts'
import type { CalendarCache } from './calendar-cache.ts'
import { leftBehind } from './left-behind.ts'
import type { PlanCache } from './plan-cache.ts'
import type { Turn } from './route-request.ts'
import { stepNotices } from './step-notices.ts'
import { storeStep } from './store-step.ts'

/**
 * Takes one step of a deal: asks the rules, chooses owners for new support requests, and writes the read model, all in one
 * transaction keyed by the deal's sequence number. It may run twice for one step, and counts once.
 */
export function createTakeStep(db: Db, plans: PlanCache, calendars: CalendarCache): TakeStep {
  return async (previous, event, now) => {
    const plan = await plans.byHash(namesPlan(event) ? event.planHash : (previous?.planHash ?? ''))
    const { state, effects } = await advance(plan, previous, event, now, await calendars.current()).catch(asFailure)
    const store = async (tx: Transaction, owned: DealState, turns: Turn[] = []): Promise<Patch> =>
      storeStep(tx, owned, {
        turns,
        event,
        patch: diffState(previous, owned),
        notices: await stepNotices(tx, owned, event, effects),
        now,
      })
    const requests = requestsToGive(effects)
    // One statement is a transaction by itself; choosing an owner is not, since it has to see everybody's load.
    if (requests.length === 0) return store(db, state)
    // All of it on the transaction's own connection: steps that each held one and waited for another would wait for ever.
    return db.$transaction(async (tx) => {
      const { state: owned, turns } = await assignOwners(tx, plan, state, requests, now)
      if (event.kind === 'support-routed') {
        if (event.from === undefined) refuseUnowned(owned, event.request)
        else await refuseStillThere(tx, owned, event.request)
      }
      return store(tx, owned, turns)
    }, takingTurns)
  }
}

/** In milliseconds. Steps that ask one department take turns, and more of them come at once than there are connections. */
const takingTurns = { maxWait: 10_000, timeout: 15_000 }

const namesPlan = (event: DealEvent): event is DealEvent & { planHash: string } =>
  event.kind === 'opened' || event.kind === 'model-moved' || event.kind === 'model-adapted'

const requestsToGive = (effects: Effect[]): string[] =>
  effects.flatMap((effect) =>
    effect.kind === 'request-support' || effect.kind === 'route-support' ? [effect.request] : [],
  )

/** A request that still nobody can take stays as it is: giving it anew is no step of the deal. */
function refuseUnowned({ supportRequests }: DealState, id: string): void {
  const request = supportRequests[id]
  if (request?.owner !== undefined) return
  asFailure(
    new DomainError('SUPPORT_NOBODY_FREE', `Nobody can take the request “${request?.name ?? id}” now. It waits.`, {
      request: id,
    }),
  )
}

/** Who has come back to the department meanwhile keeps what they had. */
async function refuseStillThere(tx: Transaction, { dealId, supportRequests }: DealState, id: string): Promise<void> {
  if ((await leftBehind(tx, { dealId, id })).length > 0) return
  asFailure(
    new DomainError('SUPPORT_REQUEST_HELD', `Who has the request “${supportRequests[id]?.name ?? id}” may keep it.`, {
      request: id,
    }),
  )
}

function asFailure(error: unknown): never {
  if (error instanceof DomainError)
    throw ApplicationFailure.nonRetryable(error.message, refusedFailure, error.code, error.details)
  throw error
}
