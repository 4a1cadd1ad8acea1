import type { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import { wayOf } from '../http/page-contract.ts'
import type { Values } from '../http/route.ts'
import { namesOf } from '../people/names.ts'
import type { ObjectionList, ObjectionRow, objectionFilterQuery, TypeCount } from './contract.ts'

export type ObjectionFilter = Values<typeof objectionFilterQuery>
type Query = ObjectionFilter & { page: number; pageSize: number }

const parts = {
  deal: {
    select: {
      name: true,
      ownerId: true,
      modelVersionId: true,
      state: true,
      account: { select: { name: true } },
      segment: { select: { id: true, name: true } },
    },
  },
} as const
type Stored = Prisma.ObjectionGetPayload<{ include: typeof parts }>

/** The objections of running deals: unless asked otherwise, what is due first, then what has stood longest. */
export async function objectionList(deps: Deps, query: Query): Promise<ObjectionList> {
  const { db } = deps
  const where = {
    AND: [
      shown(query.show, deps.now()),
      { isRunning: true, ...(query.segment && { segmentId: query.segment }) },
      query.type ? { typeId: query.type } : {},
      query.stage ? { stageId: query.stage } : {},
      query.status ? { status: query.status } : {},
      query.owner ? { OR: [{ ownerId: query.owner }, { ownerId: null, deal: { ownerId: query.owner } }] } : {},
    ],
  }
  const [stored, total, types] = await Promise.all([
    db.objection.findMany({
      where,
      include: parts,
      orderBy: [...orderOf(query), { dealId: 'asc' }, { id: 'asc' }],
      skip: (query.page - 1) * query.pageSize,
      take: query.pageSize,
    }),
    db.objection.count({ where }),
    byType(deps),
  ])
  const names = await namesOf(
    db,
    stored.map(({ ownerId, deal }) => ownerId ?? deal.ownerId),
  )
  return { items: await Promise.all(stored.map((objection) => asRow(deps, objection, names))), total, types }
}

function orderOf({ order, direction }: Query): Prisma.ObjectionOrderByWithRelationInput[] {
  const way = wayOf(direction)
  switch (order) {
    case 'due':
      return [{ dueAt: { sort: way, nulls: 'last' } }, { raisedAt: way }]
    case 'raised':
      return [{ raisedAt: way }]
    case 'deal':
      return [{ deal: { name: way } }]
  }
}

function shown(show: Query['show'], now: Date): Prisma.ObjectionWhereInput {
  if (show === 'crossed') return { status: 'closed', outcome: 'crossed' }
  return { status: { not: 'closed' }, ...(show === 'overdue' && { dueAt: { lt: now } }) }
}

async function asRow({ models }: Deps, objection: Stored, names: Record<string, string>): Promise<ObjectionRow> {
  const { deal } = objection
  const { model } = await models.ofDeal(deal)
  const type = model.objectionTypes.find(({ id }) => id === objection.typeId)
  const effects = model.stages.flatMap(({ elements, commitments }) => [...elements, ...commitments])
  const about = [...effects, ...model.chain.roles].find(({ id }) => id === objection.about)
  const stage = model.stages.find(({ id }) => id === objection.stageId)
  const owner = objection.ownerId ?? deal.ownerId
  return {
    deal: { id: objection.dealId, name: deal.name },
    account: deal.account?.name ?? null,
    segment: deal.segment,
    id: objection.id,
    type: { id: objection.typeId, name: type?.name ?? objection.typeId },
    statement: objection.statement,
    status: objection.status as ObjectionRow['status'],
    crossed: objection.outcome === 'crossed',
    stage: objection.stageId === null ? null : { id: objection.stageId, name: stage?.name ?? objection.stageId },
    about: about?.name ?? objection.about,
    blocks: objection.blocks,
    raisedAt: objection.raisedAt.toISOString(),
    dueAt: objection.dueAt?.toISOString() ?? null,
    escalatedAt: objection.escalatedAt?.toISOString() ?? null,
    strategy: objection.strategy as ObjectionRow['strategy'],
    owner: { id: owner, name: names[owner] ?? owner },
    playbook: type ? { strategy: type.strategy, playbook: type.playbook } : null,
  }
}

type Counted = { segment: string; name: string; type: string; version: string } & Record<
  'open' | 'overdue' | 'crossed',
  number
>

async function byType({ db, models, now }: Deps): Promise<TypeCount[]> {
  // The version of the deal that met the type last has its name.
  const counted = await db.$queryRaw<Counted[]>`
    SELECT counted.*, s."name", (
      SELECT d."model_version_id" FROM "objection" o JOIN "deal" d ON d."id" = o."deal_id"
      WHERE o."segment_id" = counted."segment" AND o."type_id" = counted."type"
        AND o."is_running" AND (o."status" <> 'closed' OR o."outcome" = 'crossed')
      ORDER BY o."raised_at" DESC LIMIT 1
    ) AS "version"
    FROM (
      SELECT "segment_id" AS "segment", "type_id" AS "type",
        count(*) FILTER (WHERE "status" <> 'closed')::INTEGER AS "open",
        count(*) FILTER (WHERE "status" <> 'closed' AND "due_at" < ${now()})::INTEGER AS "overdue",
        count(*) FILTER (WHERE "outcome" = 'crossed')::INTEGER AS "crossed"
      FROM "objection" WHERE "is_running" AND ("status" <> 'closed' OR "outcome" = 'crossed')
      GROUP BY 1, 2
    ) AS counted JOIN "segment" s ON s."id" = counted."segment"
    ORDER BY "open" DESC, "crossed" DESC, s."name", "type"`
  return Promise.all(
    counted.map(async ({ segment, name, type, version, ...counts }) => {
      const { model } = await models.byId(version)
      const typeName = model.objectionTypes.find(({ id }) => id === type)?.name ?? type
      return { segment: { id: segment, name }, type: { id: type, name: typeName }, ...counts }
    }),
  )
}
