import type { Db } from '../../prisma/client.ts'
import type { UsualTime } from './contract.ts'

/** Of each stage, the deals that passed it last; what was long ago says less about the next one. */
const mostDeals = 1000
/** Below this a comparison says nothing. */
const fewestDeals = 4

/** How long the segment’s last deals took to pass each of these stages; a stage that too few have passed is left out. */
export async function usualTimes(db: Db, segment: string, stages: string[]): Promise<Map<string, UsualTime>> {
  const rows = await db.$queryRaw<({ stage: string } & UsualTime)[]>`
    SELECT one."stage", percentile_cont(0.5) WITHIN GROUP (ORDER BY last."ms") AS "median",
      percentile_cont(0.75) WITHIN GROUP (ORDER BY last."ms") AS "most", count(*)::INTEGER AS "deals"
    FROM unnest(${stages}::TEXT[]) AS one("stage") CROSS JOIN LATERAL (
      SELECT (extract(epoch FROM "passed_at" - "since") * 1000)::FLOAT8 AS "ms" FROM "stay"
      WHERE "segment_id" = ${segment} AND "stage_id" = one."stage" AND "passed_at" IS NOT NULL
      ORDER BY "passed_at" DESC LIMIT ${mostDeals}
    ) AS last
    GROUP BY 1 HAVING count(*) >= ${fewestDeals}`
  return new Map(rows.map(({ stage, ...usual }) => [stage, usual]))
}
