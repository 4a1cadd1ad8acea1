import type { Deps } from '../deps.ts'
import { namesOf } from '../people/names.ts'
import type { Cohort, CohortStage } from './contract.ts'
import { lateBefore } from './late-before.ts'
import { stagesOf } from './stages-of.ts'
import { usualTimes } from './usual-times.ts'

const mostSellers = 10

type Held = { stage: string; standing: number; late: number; objections: number; requests: number }
type Worked = { stage: string; seller: string; deals: number }

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
  const [held, worked, deals] = await Promise.all([
    db.$queryRaw<Held[]>`
      SELECT s."stage_id" AS "stage", percentile_cont(0.5) WITHIN GROUP (ORDER BY s."ms") AS "standing",
        (count(*) FILTER (WHERE s."since" < one."late_before"))::INTEGER AS "late",
        (count(*) FILTER (WHERE s."objections" > 0))::INTEGER AS "objections",
        (count(*) FILTER (WHERE s."requests" > 0))::INTEGER AS "requests"
      FROM (
        SELECT "stage_id", "since", "objections", "requests",
          (extract(epoch FROM ${now()}::TIMESTAMPTZ - "since") * 1000)::FLOAT8 AS "ms" FROM "stay"
        WHERE "segment_id" = ${segmentId} AND "passed_at" IS NULL
      ) AS s JOIN unnest(${ids}::TEXT[], ${late}::TIMESTAMPTZ[]) AS one("stage", "late_before")
        ON one."stage" = s."stage_id"
      GROUP BY 1`,
    db.$queryRaw<Worked[]>`
      SELECT "stage_id" AS "stage", "owner_id" AS "seller", count(*)::INTEGER AS "deals" FROM "stay"
      WHERE "segment_id" = ${segmentId} AND "passed_at" IS NULL GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
    db.deal.count({ where: { segmentId, status: 'open' } }),
  ])
  const names = await namesOf(
    db,
    worked.map(({ seller }) => seller),
  )
  return {
    segment,
    deals,
    stages: stages.map(({ id, name }): CohortStage => {
      const { standing = null, late = 0, objections = 0, requests = 0 } = held.find(({ stage }) => stage === id) ?? {}
      const sellers = worked.filter(({ stage }) => stage === id)
      return {
        id,
        name,
        deals: sellers.reduce((sum, { deals }) => sum + deals, 0),
        sellers: sellers
          .slice(0, mostSellers)
          .map(({ seller, deals }) => ({ id: seller, name: names[seller] ?? seller, deals })),
        sellerCount: sellers.length,
        standing,
        usual: usual(segmentId, id) ?? null,
        late,
        objections,
        requests,
      }
    }),
  }
}
