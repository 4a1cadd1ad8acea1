import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { StageWorked } from './contract.ts'
import { seenDeal } from './may-see.ts'

/** Of each stage, the deals that ended there last; what was long ago says less about the next one. */
const mostDeals = 200
/** Below this a comparison says nothing. */
const fewestDeals = 4

type Row = { kind: 'interaction' | 'action' | null; name: string | null; passed: number; lost: number }

/**
 * What was done on the segment's other deals while they stood at each of this deal's open stages: on how many of those that
 * passed it, and on how many that were lost there. A stage that too few have passed is left out.
 */
export async function whatWorked(deps: Deps, actor: User, id: string): Promise<StageWorked[]> {
  const deal = await seenDeal(deps.db, actor, id)
  const stages = deal.status === 'open' ? deal.openStages : []
  const worked = await Promise.all(stages.map((stage) => workedAt(deps.db, deal, stage)))
  return worked.filter(({ passed }) => passed >= fewestDeals)
}

/** A row without a kind counts the deals; the others count those on which the thing was done after the stage had opened. */
async function workedAt(
  db: Db,
  { id, segmentId }: { id: string; segmentId: string },
  stage: string,
): Promise<StageWorked> {
  const rows = await db.$queryRaw<Row[]>`
    WITH ended AS (
      (SELECT "deal_id", "since", "passed_at" AS "until", TRUE AS "passed" FROM "stay"
       WHERE "segment_id" = ${segmentId} AND "stage_id" = ${stage} AND "passed_at" IS NOT NULL AND "deal_id" <> ${id}
       ORDER BY "passed_at" DESC LIMIT ${mostDeals})
      UNION ALL
      (SELECT "id", ("state"->'stages'->${stage}->>'openedAt')::TIMESTAMPTZ, "closed_at", FALSE FROM "deal"
       WHERE "segment_id" = ${segmentId} AND "closed_at" IS NOT NULL AND "outcome" <> 'won'
         AND ${stage} = ANY("open_stages")
       ORDER BY "closed_at" DESC LIMIT ${mostDeals})
    ), done AS (
      SELECT ended."deal_id", ended."passed", 'interaction' AS "kind", step."event"->'interaction'->>'kind' AS "name"
      FROM ended JOIN "deal_event" AS step ON step."deal_id" = ended."deal_id" AND step."kind" = 'interaction-recorded'
        AND step."at" > ended."since" AND step."at" <= ended."until"
      WHERE step."event"->'interaction'->>'kind' <> 'import'
      UNION
      SELECT ended."deal_id", ended."passed", 'action', task."name"
      FROM ended JOIN "task" ON task."deal_id" = ended."deal_id" AND task."stage_id" = ${stage} AND task."status" = 'done'
        AND task."closed_at" > ended."since" AND task."closed_at" <= ended."until"
    )
    SELECT NULL AS "kind", NULL AS "name", (count(*) FILTER (WHERE "passed"))::INTEGER AS "passed",
      (count(*) FILTER (WHERE NOT "passed"))::INTEGER AS "lost" FROM ended
    UNION ALL
    SELECT "kind", "name", (count(*) FILTER (WHERE "passed"))::INTEGER, (count(*) FILTER (WHERE NOT "passed"))::INTEGER
    FROM done GROUP BY 1, 2
    ORDER BY 3 DESC, 4, 1, 2`
  const of = rows.find(({ kind }) => kind === null)
  return {
    stage,
    passed: of?.passed ?? 0,
    lost: of?.lost ?? 0,
    done: rows.flatMap(({ kind, name, passed, lost }) =>
      kind !== null && name !== null && passed > 0 ? [{ kind, name, passed, lost }] : [],
    ),
  }
}
