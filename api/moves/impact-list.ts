import { type Impact, impactKinds } from '#engine'
import { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { Values } from '../http/route.ts'
import { published } from '../models/version-of.ts'
import { namesOf } from '../people/names.ts'
import type { ImpactList, impactListQuery, RunningDeals } from './contract.ts'
import { current, dealsOf, foresee, previewed } from './foresee.ts'
import type { MoveTarget } from './move-target.ts'

type Query = Values<typeof impactListQuery>
type Listed = {
  id: string
  name: string
  owner_id: string
  model_version_id: string
  impact: Impact
  changed: boolean
}

/** What can go wrong comes first. */
const order = ['cannot', 'loses', 'moves', 'stays']

/** What moving every running deal of a segment to a version would do: totals, and a page of the deals. */
export async function impactList(deps: Deps, target: MoveTarget, query: Query): Promise<ImpactList> {
  const { db, models, now } = deps
  if (!query.asOf) await foresee(deps, target)
  const asOf = query.asOf ? new Date(query.asOf) : now()
  const joined = query.asOf ? previewed(target, asOf) : current(target, asOf)
  const among = query.deal ? Prisma.sql`${dealsOf(target)} AND d."id" = ${query.deal}` : dealsOf(target)
  const asked = askedFor(query)
  const [counts, rows, [found], already] = await Promise.all([
    db.$queryRaw<{ kind: string | null; deals: number }[]>`
      SELECT i."kind", count(*)::int AS deals FROM "deal" d ${joined} WHERE ${among} GROUP BY i."kind"`,
    db.$queryRaw<Listed[]>`
      SELECT d."id", d."name", d."owner_id", d."model_version_id", i."impact",
        i."seq" <> d."seq" OR i."from_plan_hash" <> d."plan_hash" AS changed
      FROM "deal" d ${joined} WHERE ${among} AND ${asked}
      ORDER BY array_position(${order}::text[], i."kind"), d."name", d."id"
      LIMIT ${query.pageSize} OFFSET ${(query.page - 1) * query.pageSize}`,
    db.$queryRaw<{ deals: number }[]>`
      SELECT count(*)::int AS deals FROM "deal" d ${joined} WHERE ${among} AND ${asked}`,
    db.deal.count({
      where: {
        segmentId: target.segment,
        status: 'open',
        seq: { gt: 0 },
        modelVersionId: { in: target.already },
        ...(query.deal && { id: query.deal }),
      },
    }),
  ])
  const countOf = (kind: string | null) => counts.find((count) => count.kind === kind)?.deals ?? 0
  const totals = Object.fromEntries(impactKinds.map((kind) => [kind, countOf(kind)])) as ImpactList['totals']
  const owners = await namesOf(
    db,
    rows.map(({ owner_id }) => owner_id),
  )
  return {
    totals,
    already,
    pending: countOf(null),
    asOf: asOf.toISOString(),
    total: found?.deals ?? 0,
    items: await Promise.all(
      rows.map(async ({ id, name, owner_id, model_version_id, impact, changed }) => ({
        deal: { id, name },
        owner: { id: owner_id, name: owners[owner_id] ?? owner_id },
        version: (await models.byId(model_version_id)).number,
        impact,
        changed,
      })),
    ),
  }
}

function askedFor({ kind, search, from }: Query): Prisma.Sql {
  const conditions = [
    kind ? Prisma.sql`i."kind" = ${kind}` : Prisma.sql`i."kind" IS NOT NULL`,
    // What people type is looked for as it stands: a % is no wildcard.
    ...(search ? [Prisma.sql`position(lower(${search}) IN lower(d."name")) > 0`] : []),
    ...(from
      ? [Prisma.sql`d."model_version_id" IN (SELECT v."id" FROM "model_version" v WHERE v."number" = ${from})`]
      : []),
  ]
  return Prisma.join(conditions, ' AND ')
}

/** How many running deals stand on which version. */
export async function runningDeals({ db, models }: Deps, segment: string): Promise<RunningDeals> {
  const groups = await db.deal.groupBy({
    by: ['modelVersionId'],
    where: { segmentId: segment, status: 'open', seq: { gt: 0 }, modelVersion: published },
    _count: true,
  })
  const items = await Promise.all(
    groups.map(async ({ modelVersionId, _count }) => ({
      version: (await models.byId(modelVersionId)).number,
      deals: _count,
    })),
  )
  return { items: items.sort((a, b) => b.version - a.version) }
}
