import { chainOutlook, type PastWaits, suggestedStyles } from '#engine'
import type { DealState } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { DealOutlook } from './contract.ts'
import { seenDeal } from './may-see.ts'

/** Of each layer and department, the waits that ended last; what was long ago says less about the next one. */
const mostWaits = 500

/** What is likely to come of a deal: how its sign-off goes on, by the waits of its segment's deals, and its style. */
export async function dealOutlook(deps: Deps, actor: User, id: string): Promise<DealOutlook> {
  const deal = await seenDeal(deps.db, actor, id)
  const { model, plan } = await deps.models.ofDeal(deal)
  const state = deal.state as unknown as DealState
  const now = deps.now().toISOString()
  const past = await pastWaits(deps.db, deal)
  return {
    chain: await chainOutlook(plan, model.chain, state, past, now),
    suggestedStyles: await suggestedStyles(plan, state, now),
  }
}

/** How long the layers and departments of the segment's other deals stood open until they were signed. */
async function pastWaits(db: Db, { id, segmentId }: { id: string; segmentId: string }): Promise<PastWaits> {
  const rows = await db.$queryRaw<{ kind: keyof PastWaits; id: string; waits: number[] }[]>`
    WITH layer AS (
      SELECT entry.key AS id, entry.value AS run
      FROM deal, jsonb_each(deal.state -> 'layers') AS entry
      WHERE deal.segment_id = ${segmentId} AND deal.id <> ${id}
    ), run AS (
      SELECT 'layers' AS kind, id, run FROM layer
      UNION ALL
      SELECT 'specialists', beside.key, beside.value FROM layer, jsonb_each(layer.run -> 'specialists') AS beside
    ), wait AS (
      SELECT kind, id,
        extract(epoch FROM (run ->> 'signedAt')::timestamptz - (run ->> 'openedAt')::timestamptz) * 1000 AS ms,
        row_number() OVER (PARTITION BY kind, id ORDER BY run ->> 'signedAt' DESC) AS age
      FROM run
      WHERE run ->> 'status' = 'signed' AND run ? 'openedAt' AND run ? 'signedAt'
    )
    SELECT kind, id, array_agg(ms::float8) AS waits FROM wait WHERE age <= ${mostWaits} GROUP BY kind, id`
  const of = (kind: keyof PastWaits) =>
    Object.fromEntries(rows.filter((row) => row.kind === kind).map((row) => [row.id, row.waits]))
  return { layers: of('layers'), specialists: of('specialists') }
}
