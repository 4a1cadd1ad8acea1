import type { Db } from '../../prisma/client.ts'
import type { UsualTime } from './contract.ts'

/** Of each stage, the deals that passed it last; what was long ago says less about the next one. */
const mostDeals = 1000
/** Below this a comparison says nothing. */
const fewestDeals = 4

/** How long the last deals of its segment took to pass a stage; undefined where too few have. */
export type UsualTimes = (segment: string, stage: string) => UsualTime | undefined

/** How long each of these stages took the last deals of its segment that passed it. */
export async function usualTimes(db: Db, stages: { segment: string; stage: string }[]): Promise<UsualTimes> {
  const rows = await db.$queryRaw<({ segment: string; stage: string } & UsualTime)[]>`
    SELECT one."segment", one."stage", percentile_cont(0.5) WITHIN GROUP (ORDER BY last."ms") AS "median",
      percentile_cont(0.75) WITHIN GROUP (ORDER BY last."ms") AS "most", count(*)::INTEGER AS "deals"
    FROM (
      SELECT DISTINCT * FROM unnest(${stages.map(({ segment }) => segment)}::TEXT[], ${stages.map(({ stage }) => stage)}::TEXT[])
        AS each("segment", "stage")
    ) AS one CROSS JOIN LATERAL (
      SELECT (extract(epoch FROM "passed_at" - "since") * 1000)::FLOAT8 AS "ms" FROM "stay"
      WHERE "segment_id" = one."segment" AND "stage_id" = one."stage" AND "passed_at" IS NOT NULL
      ORDER BY "passed_at" DESC LIMIT ${mostDeals}
    ) AS last
    GROUP BY 1, 2 HAVING count(*) >= ${fewestDeals}`
  const key = (segment: string, stage: string) => JSON.stringify([segment, stage])
  const times = new Map(rows.map(({ segment, stage, ...usual }) => [key(segment, stage), usual]))
  return (segment, stage) => times.get(key(segment, stage))
}
