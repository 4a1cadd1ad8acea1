import type { DealState } from '#engine/deal'
import type { Db, Prisma } from '../../prisma/client.ts'
import type { DealsClient } from '../deals-client.ts'
import type { Difference } from './stored-rows.ts'

type Means = { db: Db; deals: Pick<DealsClient, 'state'> }

/**
 * Puts back the row of a deal that has a workflow and no row. Its segment is the one that publishes its plan; the account and
 * the number that it had elsewhere are known to the row only, and are not brought back.
 */
export async function restoreRow({ db, deals }: Means, dealId: string, write: boolean): Promise<Difference[]> {
  const state = await deals.state(dealId)
  const version = state && (await versionOf(db, state))
  const segmentId = version?.of.segmentId
  if (!state || !version || !segmentId) return []
  if (write)
    await db.deal.create({
      data: {
        id: dealId,
        name: state.name,
        segmentId,
        modelVersionId: version.id,
        planHash: state.planHash,
        ownerId: state.owner,
        status: state.status,
        seq: state.seq,
        openStages: [],
        state: state as unknown as Prisma.InputJsonObject,
        openedAt: state.openedAt,
      },
    })
  return [{ dealId, table: 'deal', id: dealId, column: 'row', was: null, is: state.name }]
}

/** The newest version of a segment whose plan it is; for a plan of the deal’s own, the version that it was made from. */
async function versionOf(db: Db, { planHash }: DealState) {
  const parts = { id: true, of: { select: { segmentId: true } } } as const
  const published = await db.modelVersion.findFirst({
    where: { planHash, of: { segmentId: { not: null } } },
    orderBy: { publishedAt: 'desc' },
    select: parts,
  })
  if (published) return published
  const adapted = await db.adaptedPlan.findUnique({ where: { hash: planHash }, select: { version: { select: parts } } })
  return adapted?.version
}
