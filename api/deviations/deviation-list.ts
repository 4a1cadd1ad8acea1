import { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import { wayOf } from '../http/page-contract.ts'
import type { Values } from '../http/route.ts'
import { namesOf } from '../people/names.ts'
import type { DeviationKind, DeviationList, deviationFilterQuery, StageDeviations } from './contract.ts'

export type DeviationFilter = Values<typeof deviationFilterQuery>
type Query = DeviationFilter & { page: number; pageSize: number }

/** The steps that deals took outside their models, newest first unless asked otherwise, and how many there are by stage. */
export async function deviationList(deps: Deps, query: Query): Promise<DeviationList> {
  const { db } = deps
  const among = {
    ...(query.segment && { segmentId: query.segment }),
    ...(query.stage && { stageId: query.stage }),
    ...(query.kind && { kind: query.kind }),
    ...(query.by && { byId: query.by }),
    ...(query.since && { at: { gte: query.since } }),
  }
  const [stored, total, stages, deviated] = await Promise.all([
    db.deviation.findMany({
      where: among,
      include: {
        deal: { select: { name: true, modelVersionId: true, segment: { select: { id: true, name: true } } } },
      },
      orderBy: [orderOf(query), { dealId: 'asc' }, { id: 'asc' }],
      skip: (query.page - 1) * query.pageSize,
      take: query.pageSize,
    }),
    db.deviation.count({ where: among }),
    byStage(deps, query),
    db.deviation.groupBy({ by: ['byId'] }),
  ])
  const names = await namesOf(
    db,
    deviated.map(({ byId }) => byId),
  )
  const items = stored.map(async ({ deal, ...deviation }) => ({
    id: deviation.id,
    deal: { id: deviation.dealId, name: deal.name },
    segment: deal.segment,
    stage: await namedStage(deps, deal.modelVersionId, deviation.stageId),
    kind: deviation.kind as DeviationKind,
    name: deviation.name ?? deviation.target,
    reason: deviation.reason,
    by: { id: deviation.byId, name: names[deviation.byId] ?? deviation.byId },
    at: deviation.at.toISOString(),
  }))
  const people = Object.entries(names).map(([id, name]) => ({ id, name }))
  return {
    items: await Promise.all(items),
    total,
    stages,
    people: people.sort((a, b) => a.name.localeCompare(b.name)),
  }
}

function orderOf({ order, direction }: Query): Prisma.DeviationOrderByWithRelationInput {
  const way = wayOf(direction)
  switch (order) {
    case 'at':
      return { at: way }
    case 'deal':
      return { deal: { name: way } }
    case 'name':
      return { name: { sort: way, nulls: 'last' } }
  }
}

type Counted = {
  segment: string
  name: string
  stage: string | null
  kind: DeviationKind
  count: number
  version: string
}

async function byStage(deps: Deps, { segment, kind, by, since }: Query): Promise<StageDeviations[]> {
  const asked = [
    segment && Prisma.sql`v."segment_id" = ${segment}`,
    kind && Prisma.sql`v."kind" = ${kind}`,
    by && Prisma.sql`v."by_id" = ${by}`,
    since && Prisma.sql`v."at" >= ${new Date(since)}`,
  ].filter((condition) => typeof condition === 'object')
  // The newest deal's version has the stage's name.
  const counted = await deps.db.$queryRaw<Counted[]>`
    SELECT counted.*, s."name", (
      SELECT d."model_version_id" FROM "deviation" v JOIN "deal" d ON d."id" = v."deal_id"
      WHERE v."at" = counted."last" AND v."segment_id" = counted."segment" LIMIT 1
    ) AS "version"
    FROM (
      SELECT v."segment_id" AS "segment", v."stage_id" AS "stage", v."kind", count(*)::INTEGER AS "count", max(v."at") AS "last"
      FROM "deviation" v ${asked.length > 0 ? Prisma.sql`WHERE ${Prisma.join(asked, ' AND ')}` : Prisma.empty}
      GROUP BY 1, 2, 3
    ) AS counted JOIN "segment" s ON s."id" = counted."segment"`
  const stages = new Map<string, StageDeviations>()
  for (const { segment, name, stage, kind, count, version } of counted) {
    const key = JSON.stringify([segment, stage])
    const known = stages.get(key) ?? {
      segment: { id: segment, name },
      stage: await namedStage(deps, version, stage),
      total: 0,
      kinds: {},
    }
    stages.set(key, { ...known, total: known.total + count, kinds: { ...known.kinds, [kind]: count } })
  }
  return [...stages.values()].sort((a, b) => b.total - a.total || a.segment.name.localeCompare(b.segment.name))
}

async function namedStage({ models }: Deps, versionId: string, id: string | null) {
  if (id === null) return null
  const { model } = await models.byId(versionId)
  return { id, name: model.stages.find((stage) => stage.id === id)?.name ?? id }
}
