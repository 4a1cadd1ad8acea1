import type { Plan } from '#engine'
import type { DealState } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'
import { routeRequest, type Turn } from './route-request.ts'

/**
 * Gives requests that nobody has to members of their departments, by `routeRequest`. What nobody can take waits in the
 * department's queue, owned by nobody, with the reason why. The turns that were taken are for the step to store.
 */
export async function assignOwners(
  tx: Transaction,
  plan: Plan,
  state: DealState,
  requests: string[],
  now: string,
): Promise<{ state: DealState; turns: Turn[] }> {
  let assigned = state
  let turns: Turn[] = []
  for (const id of requests) {
    const request = assigned.supportRequests[id]
    if (!request || request.owner !== undefined) continue
    // Two deals that assign at once would both see the same load; the lock makes them take turns, one department at a time.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`assign ${request.department}`}))`
    const routed = await routeRequest(tx, plan, assigned, id, now, turns)
    const { waiting: _, ...asked } = request
    const given = 'owner' in routed ? { ...asked, owner: routed.owner } : { ...asked, waiting: routed.waiting }
    assigned = { ...assigned, supportRequests: { ...assigned.supportRequests, [id]: given } }
    if ('turn' in routed && routed.turn) turns = [routed.turn, ...turns.filter((turn) => !isSame(turn, routed.turn))]
  }
  return { state: assigned, turns }
}

const isSame = (a: Turn, b: Turn | undefined): boolean => a.departmentId === b?.departmentId && a.ruleId === b.ruleId
