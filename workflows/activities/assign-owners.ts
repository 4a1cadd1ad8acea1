import type { DealState, SupportRequest } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'

/**
 * Gives each new support request to the member of its department who has the fewest open ones. A department without
 * members leaves the request in its queue, owned by nobody, where every resource owner of the department sees it.
 */
export async function assignOwners(tx: Transaction, state: DealState, requests: string[]): Promise<DealState> {
  const supportRequests = { ...state.supportRequests }
  for (const id of requests) {
    const request = supportRequests[id]
    const owner = request && (await leastLoaded(tx, request, Object.values(supportRequests)))
    if (request && owner) supportRequests[id] = { ...request, owner }
  }
  return { ...state, supportRequests }
}

async function leastLoaded(
  tx: Transaction,
  request: SupportRequest,
  inThisDeal: SupportRequest[],
): Promise<string | undefined> {
  // Two deals that assign at once would both see the same load; the lock makes them take turns, one department at a time.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`assign ${request.department}`}))`
  const members = await tx.departmentMember.findMany({
    where: { departmentId: request.department },
    select: { userId: true },
    orderBy: { userId: 'asc' },
  })
  const loads = await tx.supportRequest.groupBy({
    by: ['ownerId'],
    where: { status: 'open', ownerId: { in: members.map(({ userId }) => userId) } },
    _count: true,
  })
  const loadOf = (userId: string) =>
    (loads.find(({ ownerId }) => ownerId === userId)?._count ?? 0) +
    inThisDeal.filter((other) => other.owner === userId && other.seq === request.seq).length
  return members.map(({ userId }) => userId).sort((a, b) => loadOf(a) - loadOf(b) || (a < b ? -1 : 1))[0]
}
