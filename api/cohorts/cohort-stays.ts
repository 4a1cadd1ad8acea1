import { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { CohortFilter } from './contract.ts'
import { lateBefore } from './late-before.ts'
import { stagesOf } from './stages-of.ts'
import { usualTimes } from './usual-times.ts'

export type Stay = { dealId: string; stageId: string; since: Date; late: boolean }

/** The stays that a filter finds in a segment, those that last longest first: all of them, or a page. */
export async function cohortStays(
  deps: Deps,
  segmentId: string,
  filter: CohortFilter,
  range?: { skip: number; take: number },
): Promise<{ stays: Stay[]; total: number }> {
  const { db, now } = deps
  const { stages } = await stagesOf(deps, segmentId)
  const ids = stages.map(({ id }) => id).filter((id) => filter.stage === undefined || id === filter.stage)
  const usual = await usualTimes(
    db,
    ids.map((stage) => ({ segment: segmentId, stage })),
  )
  const late = ids.map((id) => lateBefore(usual(segmentId, id), now()))
  const isLate = Prisma.sql`s."since" < one."late_before"`
  const stuck = {
    any: Prisma.sql`AND (${isLate} OR s."objections" > 0 OR s."requests" > 0)`,
    late: Prisma.sql`AND ${isLate}`,
    objection: Prisma.sql`AND s."objections" > 0`,
    request: Prisma.sql`AND s."requests" > 0`,
  }
  const found = Prisma.sql`
    FROM "stay" s LEFT JOIN unnest(${ids}::TEXT[], ${late}::TIMESTAMPTZ[]) AS one("stage", "late_before")
      ON one."stage" = s."stage_id"
    WHERE s."segment_id" = ${segmentId} AND s."passed_at" IS NULL
      ${filter.stage === undefined ? Prisma.empty : Prisma.sql`AND s."stage_id" = ${filter.stage}`}
      ${filter.seller === undefined ? Prisma.empty : Prisma.sql`AND s."owner_id" = ${filter.seller}`}
      ${filter.since === undefined ? Prisma.empty : Prisma.sql`AND s."since" <= ${new Date(filter.since)}`}
      ${filter.stuck === undefined ? Prisma.empty : stuck[filter.stuck]}`
  const [stays, [counted]] = await Promise.all([
    db.$queryRaw<Stay[]>`
      SELECT s."deal_id" AS "dealId", s."stage_id" AS "stageId", s."since", coalesce(${isLate}, FALSE) AS "late" ${found}
      ORDER BY s."since", s."deal_id", s."stage_id" ${range ? Prisma.sql`LIMIT ${range.take} OFFSET ${range.skip}` : Prisma.empty}`,
    db.$queryRaw<[{ total: number }]>`SELECT count(*)::INTEGER AS "total" ${found}`,
  ])
  return { stays, total: counted.total }
}
