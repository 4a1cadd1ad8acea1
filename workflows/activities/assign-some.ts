import { Context } from '@temporalio/activity'
import { type DealState, DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { createDealsClient, type DealsClient } from '../deals-client.ts'
import type { AssignSome } from '../rounds-contract.ts'
import { workThrough } from './in-flight.ts'
import { leftBehind } from './left-behind.ts'
import { managersWho } from './managers-who.ts'
import type { PlanCache } from './plan-cache.ts'
import { routeRequest } from './route-request.ts'

const patience = 15_000

/**
 * Looks through the requests that nobody has, the most urgent first, and asks the deals of those that somebody could take
 * now to give them out. Who gets it is decided in the deal's own step, where load is certain. A department without anybody
 * who has room is passed over as a whole. What somebody had who has left the department, or is no manager any more where a manager was
 * asked, is given out anew in any case: where nobody can take it, it waits, and the process owner knows.
 */
export function createAssignSome(db: Db, plans: PlanCache, taskQueue: string): AssignSome {
  return async () => {
    const waiting = await db.supportRequest.findMany({
      where: { status: 'open', ownerId: null, deal: { status: 'open' } },
      select: { dealId: true, id: true, departmentId: true, seq: true },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }],
    })
    const left = await leftBehind(db)
    if (waiting.length + left.length === 0) return 0
    const deals = createDealsClient(Context.current().client, taskQueue, { patience })
    const free = await departmentsWithRoom(db, new Date())
    let given = 0
    await workThrough(left, async (request) => {
      if (await giveOut(deals, request)) given += 1
    })
    await workThrough(
      waiting.filter(({ departmentId }) => free.has(departmentId)),
      async (request) => {
        if (!(await canBeTaken(db, plans, request.dealId, request.id))) return
        if (await giveOut(deals, request)) given += 1
      },
    )
    return given
  }
}

/** Departments of which somebody is there who may have more; '' where a manager is. */
async function departmentsWithRoom(db: Db, now: Date): Promise<Set<string>> {
  const isThere = { absences: { none: { from: { lte: now }, until: { gt: now } } } }
  const managers = await managersWho(db, isThere)
  const members = await db.departmentMember.findMany({
    where: { user: isThere },
    select: { departmentId: true, userId: true, capacity: true },
  })
  const loads = await db.supportRequest.groupBy({
    by: ['departmentId', 'ownerId'],
    where: { status: 'open', ownerId: { not: null } },
    _count: true,
  })
  const loadOf = (departmentId: string, userId: string) =>
    loads.find((one) => one.departmentId === departmentId && one.ownerId === userId)?._count ?? 0
  const withRoom = members.filter(
    ({ departmentId, userId, capacity }) => capacity === null || loadOf(departmentId, userId) < capacity,
  )
  return new Set([...withRoom.map(({ departmentId }) => departmentId), ...(managers.length > 0 ? [''] : [])])
}

async function canBeTaken(db: Db, plans: PlanCache, dealId: string, id: string): Promise<boolean> {
  const { state, planHash } = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { state: true, planHash: true },
  })
  const plan = await plans.byHash(planHash)
  const routed = await routeRequest(db, plan, state as unknown as DealState, id, new Date().toISOString())
  return 'owner' in routed
}

type Found = { dealId: string; id: string; seq: number; owner?: string }

async function giveOut(deals: DealsClient, { dealId, id: request, seq, owner: from }: Found): Promise<boolean> {
  try {
    // Found twice as it stands, a request is given out once: the step that last wrote it names the event.
    const id = `${request} routed ${seq}`
    await deals.change(dealId, {
      event: { kind: 'support-routed', id, by: 'clock', request, ...(from !== undefined && { from }) },
    })
    return true
  } catch (error) {
    // Somebody else was faster, or the deal has moved on: the next round sees what is left.
    if (error instanceof DomainError) return false
    throw error
  }
}
