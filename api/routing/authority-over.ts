import { type Asked, mayTake, noRouting, requestFacts, routingSchema } from '#engine'
import type { DealState } from '#engine/deal'
import type { Deps } from '../deps.ts'

/** Who may take and answer one request, as the matrix of its department is and the deal stands now. */
export type Authority = { asked: Asked; processOwner: string | null; mayTake(person: string): boolean }

/**
 * The authority over requests of a department, each as its deal stands now, in their order; read at once for all of them. A
 * segment's process owner may take any of it. Throws where there is no such deal: the caller has found the requests.
 */
export async function authoritiesOver(
  { db, models, now }: Deps,
  departmentId: string,
  requests: { dealId: string; id: string }[],
): Promise<Authority[]> {
  const [deals, department] = await Promise.all([
    db.deal.findMany({
      where: { id: { in: requests.map(({ dealId }) => dealId) } },
      select: { id: true, modelVersionId: true, segmentId: true, ownerId: true, state: true, segment: true },
    }),
    db.department.findUnique({ where: { id: departmentId }, select: { routing: true } }),
  ])
  const byId = new Map(deals.map((deal) => [deal.id, deal]))
  const { authority } = department?.routing ? routingSchema.parse(department.routing) : noRouting
  const at = now().toISOString()
  return Promise.all(
    requests.map(async ({ dealId, id }): Promise<Authority> => {
      const deal = byId.get(dealId)
      if (!deal) throw new Error(`the request ${id} has no deal ${dealId}`)
      const { plan } = await models.ofDeal(deal)
      const place = { segment: deal.segmentId, owner: deal.ownerId }
      const { asked } = await requestFacts(plan, deal.state as unknown as DealState, id, place, at)
      const processOwner = deal.segment.processOwnerId
      return { asked, processOwner, mayTake: (person) => person === processOwner || mayTake(authority, person, asked) }
    }),
  )
}
