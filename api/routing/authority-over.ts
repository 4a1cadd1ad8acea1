import { type Asked, mayTake, noRouting, requestFacts, routingSchema } from '#engine'
import type { DealState } from '#engine/deal'
import type { Deps } from '../deps.ts'

/** Who may take and answer one request, as the matrix of its department is and the deal stands now. */
export type Authority = { asked: Asked; processOwner: string | null; mayTake(person: string): boolean }

/**
 * The authority over a request of a deal. The segment's process owner may take any. Throws where there is no such deal: the
 * caller has found the request.
 */
export async function authorityOver(
  { db, models, now }: Deps,
  { dealId, id }: { dealId: string; id: string },
  departmentId: string,
): Promise<Authority> {
  const deal = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { modelVersionId: true, segmentId: true, ownerId: true, state: true, segment: true },
  })
  const department = await db.department.findUnique({ where: { id: departmentId }, select: { routing: true } })
  const { authority } = department?.routing ? routingSchema.parse(department.routing) : noRouting
  const { plan } = await models.ofDeal(deal)
  const place = { segment: deal.segmentId, owner: deal.ownerId }
  const { asked } = await requestFacts(plan, deal.state as unknown as DealState, id, place, now().toISOString())
  const processOwner = deal.segment.processOwnerId
  return { asked, processOwner, mayTake: (person) => person === processOwner || mayTake(authority, person, asked) }
}
