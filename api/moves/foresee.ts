import { setImmediate } from 'node:timers/promises'
import { type Impact, impactOf } from '#engine'
import type { DealState } from '#engine/deal'
import { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { MoveTarget } from './move-target.ts'

/** How long one request works out impacts before it answers with what there is, in milliseconds. */
const patience = 1000
/** States are large, so they are read so many at a time. */
const dealsPerRead = 50
/** A preview older than this is looked at anew before anybody acts on it. In milliseconds. */
export const previewKept = 24 * 3_600_000

/** The deals that a move to the target is about: those that run in its segment on other versions. Deals without a model are no part. */
export const dealsOf = ({ segment, already }: MoveTarget): Prisma.Sql =>
  Prisma.sql`d."segment_id" = ${segment} AND d."status" = 'open' AND d."seq" > 0 AND d."model_version_id" <> ALL(${already})
    AND d."model_version_id" NOT IN (SELECT v."id" FROM "model_version" v WHERE v."number" = 0)`

/**
 * Joins a deal `d` with its impact `i` as it holds now: worked out for the deal as it stands, and not outlived. What was worked out
 * at a time to come, by a clock that was set back since, is worked out anew, as a preview of now would not have it.
 */
export const current = ({ plan }: MoveTarget, now: Date): Prisma.Sql => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT * FROM "deal_impact" f
    WHERE f."deal_id" = d."id" AND f."plan_hash" = ${plan.hash} AND f."foreseen_at" <= ${now}
    ORDER BY f."foreseen_at" DESC LIMIT 1
  ) i ON i."seq" = d."seq" AND i."from_plan_hash" = d."plan_hash" AND (i."holds_until" IS NULL OR i."holds_until" > ${now})`

/** Joins a deal `d` with its impact `i` as a preview showed it. */
export const previewed = ({ plan }: MoveTarget, asOf: Date): Prisma.Sql => Prisma.sql`
  JOIN LATERAL (
    SELECT * FROM "deal_impact" f
    WHERE f."deal_id" = d."id" AND f."plan_hash" = ${plan.hash} AND f."foreseen_at" <= ${asOf}
    ORDER BY f."foreseen_at" DESC LIMIT 1
  ) i ON TRUE`

/**
 * Works out, for as long as a request may take, what is not known yet of the target's impact on running deals, and keeps it.
 * What was worked out once holds until the deal changes, or until time changes it.
 */
export async function foresee(deps: Deps, target: MoveTarget): Promise<void> {
  const giveUpAt = performance.now() + patience
  while (performance.now() < giveUpAt) {
    const waiting = await deps.db.$queryRaw<{ id: string }[]>`
      SELECT d."id" FROM "deal" d ${current(target, deps.now())}
      WHERE ${dealsOf(target)} AND i."kind" IS NULL LIMIT ${dealsPerRead}`
    if (waiting.length === 0) return
    await foreseeSome(
      deps,
      target,
      waiting.map(({ id }) => id),
    )
  }
}

async function foreseeSome({ db, models, now }: Deps, target: MoveTarget, ids: string[]): Promise<void> {
  const deals = await db.deal.findMany({
    where: { id: { in: ids } },
    select: { id: true, modelVersionId: true, planHash: true, seq: true, state: true },
  })
  const rows: Prisma.DealImpactCreateManyInput[] = []
  for (const { id, modelVersionId, planHash, seq, state } of deals) {
    const { model } = await models.byId(modelVersionId)
    const from = { model, plan: await models.planOf({ modelVersionId, planHash }) }
    const foreseenAt = now()
    const { impact, until } = await impactOf(from, target, state as unknown as DealState, foreseenAt.toISOString())
    rows.push({
      dealId: id,
      planHash: target.plan.hash,
      foreseenAt,
      seq,
      fromPlanHash: planHash,
      kind: impact.kind,
      impact,
      holdsUntil: until ?? null,
    })
    // Others' requests are answered in between.
    await setImmediate()
  }
  await db.dealImpact.createMany({ data: rows, skipDuplicates: true })
}

/** What a preview showed for deals, by deal. */
export async function foreseenFor(
  { db }: Deps,
  { plan }: MoveTarget,
  ids: string[],
  asOf: Date,
): Promise<Map<string, Impact>> {
  const rows = await db.dealImpact.findMany({
    where: { planHash: plan.hash, foreseenAt: { lte: asOf }, dealId: { in: ids } },
    distinct: ['dealId'],
    orderBy: [{ dealId: 'asc' }, { foreseenAt: 'desc' }],
    select: { dealId: true, impact: true },
  })
  return new Map(rows.map(({ dealId, impact }) => [dealId, impact as unknown as Impact]))
}

/** Forgets previews that nobody can act on any more. */
export async function forgetOldPreviews({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  await db.dealImpact.deleteMany({ where: { foreseenAt: { lt: new Date(now().getTime() - previewKept) } } })
}
