import type { Db } from '../../prisma/client.ts'
import type { DealsClient } from '../deals-client.ts'
import type { Difference } from './stored-rows.ts'

type Means = { db: Db; deals: Pick<DealsClient, 'state'> }

/**
 * Puts back the row of a deal that has a workflow and no row. Its segment is the one that publishes its plan; the account and
 * the number that it had elsewhere are known to the row only, and are not brought back.
 */
export async function restoreRow({ db, deals }: Means, dealId: string, write: boolean): Promise<Difference[]> {
  const state = await deals.state(dealId)
  const version =
    state &&
    (await db.modelVersion.findFirst({
      where: { planHash: state.planHash },
      orderBy: { publishedAt: 'desc' },
      select: { id: true, of: { select: { segmentId: true } } },
    }))
  if (!state || !version) return []
  if (write)
    await db.deal.create({
      data: {
        id: dealId,
        name: state.name,
        segmentId: version.of.segmentId,
        modelVersionId: version.id,
        planHash: state.planHash,
        ownerId: state.owner,
        status: state.status,
        seq: state.seq,
        openStages: [],
        state,
        openedAt: state.openedAt,
      },
    })
  return [{ dealId, table: 'deal', id: dealId, column: 'row', was: null, is: state.name }]
}
