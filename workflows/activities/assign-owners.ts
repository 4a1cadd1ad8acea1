import type { DealState, SupportRequest } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'
import { chooseOwner } from './choose-owner.ts'

/**
 * Gives each new support request to a member of its department, by `chooseOwner`. What nobody can take waits in the
 * department's queue, owned by nobody, where every resource owner of the department sees it.
 */
export async function assignOwners(
  tx: Transaction,
  state: DealState,
  requests: string[],
  now: string,
): Promise<DealState> {
  const supportRequests = { ...state.supportRequests }
  for (const id of requests) {
    const request = supportRequests[id]
    const owner = request && (await ownerFor(tx, request, Object.values(supportRequests), now))
    if (request && owner) supportRequests[id] = { ...request, owner }
  }
  return { ...state, supportRequests }
}

async function ownerFor(
  tx: Transaction,
  request: SupportRequest,
  inThisDeal: SupportRequest[],
  now: string,
): Promise<string | undefined> {
  // Two deals that assign at once would both see the same load; the lock makes them take turns, one department at a time.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`assign ${request.department}`}))`
  const members = await tx.departmentMember.findMany({
    where: { departmentId: request.department },
    select: { userId: true, capacity: true },
  })
  const ids = members.map(({ userId }) => userId)
  const loads = await tx.supportRequest.groupBy({
    by: ['ownerId'],
    where: { status: 'open', ownerId: { in: ids } },
    _count: true,
  })
  const absences = await tx.absence.findMany({ where: { userId: { in: ids }, from: { lte: now }, until: { gt: now } } })
  const loadOf = (userId: string) =>
    (loads.find(({ ownerId }) => ownerId === userId)?._count ?? 0) +
    inThisDeal.filter((other) => other.owner === userId && other.seq === request.seq).length
  return chooseOwner(
    members.map(({ userId, capacity }) => ({
      id: userId,
      load: loadOf(userId),
      ...(capacity !== null && { capacity }),
    })),
    absences.map(({ userId, from, until }) => ({ userId, from: from.toISOString(), until: until.toISOString() })),
    now,
  )
}
