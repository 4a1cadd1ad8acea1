import type { Deps } from '../deps.ts'
import { namesOf } from '../people/names.ts'
import type { Cohort, CohortStage } from './contract.ts'
import { lateBefore } from './late-before.ts'
import { stagesOf } from './stages-of.ts'
import { usualTimes } from './usual-times.ts'

const mostSellers = 10

type Held = {
  stage: string
  deals: number
  late: number
  objections: number
  requests: number
  /** Who works there, most deals first, and how many there are of them. */
  sellers: { id: string; deals: number }[]
  sellerCount: number
}

/** A segment’s running deals by the stage where they stand, against those that passed it. */
export async function cohort(deps: Deps, segmentId: string): Promise<Cohort> {
  const { db, now } = deps
  const { segment, stages } = await stagesOf(deps, segmentId)
  const ids = stages.map(({ id }) => id)
  const usual = await usualTimes(
    db,
    ids.map((stage) => ({ segment: segmentId, stage })),
  )
  const late = ids.map((id) => lateBefore(usual(segmentId, id), now()))
  const [held, [counted]] = await Promise.all([
    db.$queryRaw<Held[]>`
      SELECT "stage", sum("deals")::INTEGER AS "deals", sum("late")::INTEGER AS "late",
        sum("objections")::INTEGER AS "objections", sum("requests")::INTEGER AS "requests",
        to_jsonb((array_agg(jsonb_build_object('id', "seller", 'deals', "deals") ORDER BY "deals" DESC, "seller"))[:${mostSellers}]) AS "sellers",
        count(*)::INTEGER AS "sellerCount"
      FROM (
        SELECT s."stage_id" AS "stage", s."owner_id" AS "seller", count(*) AS "deals",
          count(*) FILTER (WHERE s."since" < one."late_before") AS "late",
          count(*) FILTER (WHERE s."objections" > 0) AS "objections",
          count(*) FILTER (WHERE s."requests" > 0) AS "requests"
        FROM "stay" s JOIN unnest(${ids}::TEXT[], ${late}::TIMESTAMPTZ[]) AS one("stage", "late_before")
          ON one."stage" = s."stage_id"
        WHERE s."segment_id" = ${segmentId} AND s."passed_at" IS NULL
        GROUP BY 1, 2
      ) AS worked GROUP BY 1`,
    db.$queryRaw<[{ deals: number }]>`
      SELECT count(*)::INTEGER AS "deals" FROM "deal"
      WHERE "segment_id" = ${segmentId} AND "status" = 'open' AND "seq" > 0`,
  ])
  const standing = await standingTimes(deps, segmentId, held)
  const names = await namesOf(
    db,
    held.flatMap(({ sellers }) => sellers.map(({ id }) => id)),
  )
  return {
    segment,
    deals: counted.deals,
    stages: stages.map(({ id, name }): CohortStage => {
      const { sellers, ...counts } = held.find(({ stage }) => stage === id) ?? nobody
      return {
        id,
        name,
        deals: counts.deals,
        sellers: sellers.map((seller) => ({ ...seller, name: names[seller.id] ?? seller.id })),
        sellerCount: counts.sellerCount,
        standing: standing.get(id) ?? null,
        usual: usual(segmentId, id) ?? null,
        late: counts.late,
        objections: counts.objections,
        requests: counts.requests,
      }
    }),
  }
}

const nobody = { deals: 0, late: 0, objections: 0, requests: 0, sellers: [], sellerCount: 0 }

/** How long half of a stage’s deals have stood there at most: the one in the middle of those that stand there, or between two. */
async function standingTimes({ db, now }: Deps, segmentId: string, held: Held[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ stage: string; ms: number }[]>`
    SELECT one."stage", avg(extract(epoch FROM ${now()}::TIMESTAMPTZ - middle."since") * 1000)::FLOAT8 AS "ms"
    FROM unnest(${held.map(({ stage }) => stage)}::TEXT[], ${held.map(({ deals }) => deals)}::INTEGER[]) AS one("stage", "deals")
    CROSS JOIN LATERAL (
      SELECT "since" FROM "stay"
      WHERE "segment_id" = ${segmentId} AND "stage_id" = one."stage" AND "passed_at" IS NULL
      ORDER BY "since" OFFSET (one."deals" - 1) / 2 LIMIT 2 - one."deals" % 2
    ) AS middle
    GROUP BY 1`
  return new Map(rows.map(({ stage, ms }) => [stage, ms]))
}
