import { chainOutlook, type DecisionChain, type PastWaits, suggestedStyles } from '#engine'
import type { DealState } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { DealOutlook } from './contract.ts'
import { seenDeal } from './may-see.ts'

/** Of each layer and department, the waits that ended last; what was long ago says less about the next one. */
const mostWaits = 500

type Part = { kind: keyof PastWaits; id: string }

/** What is likely to come of a deal: how its sign-off goes on, by the waits of its segment's deals, and its style. */
export async function dealOutlook(deps: Deps, actor: User, id: string): Promise<DealOutlook> {
  const deal = await seenDeal(deps.db, actor, id)
  const { model, plan } = await deps.models.ofDeal(deal)
  const state = deal.state as unknown as DealState
  const now = deps.now().toISOString()
  const past = await pastWaits(deps.db, deal, model.chain)
  return {
    chain: await chainOutlook(plan, model.chain, state, past, now),
    suggestedStyles: await suggestedStyles(plan, state, now),
  }
}

/** How long the layers and departments of a chain stood open on the segment's other deals until they were signed. */
async function pastWaits(
  db: Db,
  { id, segmentId }: { id: string; segmentId: string },
  { layers, specialists }: DecisionChain,
): Promise<PastWaits> {
  const parts: Part[] = [
    ...layers.map((layer) => ({ kind: 'layers' as const, id: layer.id })),
    ...specialists.map((specialist) => ({ kind: 'specialists' as const, id: specialist.id })),
  ]
  const rows = await db.$queryRaw<(Part & { waits: number[] })[]>`
    SELECT part."kind", part."id", array_agg(past."ms") AS "waits"
    FROM unnest(${parts.map(({ kind }) => kind)}::TEXT[], ${parts.map(({ id }) => id)}::TEXT[]) AS part("kind", "id")
    CROSS JOIN LATERAL (
      SELECT (extract(epoch FROM "signed_at" - "opened_at") * 1000)::FLOAT8 AS "ms" FROM "signed_wait"
      WHERE "segment_id" = ${segmentId} AND "kind" = part."kind" AND "part_id" = part."id" AND "deal_id" <> ${id}
      ORDER BY "signed_at" DESC LIMIT ${mostWaits}
    ) AS past
    GROUP BY 1, 2`
  const of = (kind: Part['kind']) =>
    Object.fromEntries(rows.filter((row) => row.kind === kind).map((row) => [row.id, row.waits]))
  return { layers: of('layers'), specialists: of('specialists') }
}
