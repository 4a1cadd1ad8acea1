import type { Funnel, Scalar } from '#engine'
import { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { Values } from '../http/route.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { FunnelCounts, Lead, leadListQuery } from './contract.ts'
import { foundLeads, type LeadFilter } from './found-leads.ts'
import { funnelOf } from './funnel-of.ts'

type Query = Values<typeof leadListQuery>
type Stored = Prisma.LeadGetPayload<object>

const { sql } = Prisma
const columns: Record<Query['order'], Prisma.Sql> = {
  created: sql`"created_at"`,
  changed: sql`"changed_at"`,
  name: sql`"name"`,
}

/** A page of the leads that a person works with in a segment. */
export async function leadList(deps: Deps, actor: User, segmentId: string, query: Query): Promise<Page<Lead>> {
  const { db } = deps
  const { page, pageSize, order, direction, ...filter } = query
  const segment = await funnelOf(db, segmentId)
  const found = foundLeads(actor, segment, filter)
  const [ids, [counted]] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "lead" WHERE ${found}
      ORDER BY ${inOrder({ order, direction })} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw<[{ total: number }]>`SELECT count(*)::INTEGER AS "total" FROM "lead" WHERE ${found}`,
  ])
  return { items: await leadsOf(deps, segment.funnel, ids), total: counted.total }
}

type Sorted = Pick<Query, 'order' | 'direction'>

function inOrder({ order, direction }: Sorted): Prisma.Sql {
  const way = direction === 'up' ? sql`ASC` : sql`DESC`
  return sql`${columns[order]} ${way}, "id" ${way}`
}

/** How many leads are read at a time. */
const some = 1000

/** All leads that are found as they stand when it is asked, in their order, some at a time. */
export async function* leadsInOrder(
  deps: Deps,
  funnel: Funnel,
  found: Prisma.Sql,
  sorted: Sorted,
): AsyncGenerator<Lead> {
  const ids = await deps.db.$queryRaw<
    { id: string }[]
  >`SELECT "id" FROM "lead" WHERE ${found} ORDER BY ${inOrder(sorted)}`
  for (let at = 0; at < ids.length; at += some) yield* await leadsOf(deps, funnel, ids.slice(at, at + some))
}

async function leadsOf(deps: Deps, funnel: Funnel, ids: { id: string }[]): Promise<Lead[]> {
  const stored = await deps.db.lead.findMany({ where: { id: { in: ids.map(({ id }) => id) } } })
  const byId = new Map(stored.map((lead) => [lead.id, lead]))
  return asLeads(
    deps,
    funnel,
    ids.flatMap(({ id }) => byId.get(id) ?? []),
  )
}

/** Leads as the API gives them. */
export async function asLeads({ db }: Deps, funnel: Funnel, stored: Stored[]): Promise<Lead[]> {
  const names = await namesOf(
    db,
    stored.flatMap(({ ownerId }) => ownerId ?? []),
  )
  return stored.map((lead) => ({
    id: lead.id,
    key: lead.key,
    name: lead.name,
    account: lead.account,
    contact: lead.contact,
    source: lead.source,
    stage: { id: lead.stage, name: funnel.stages.find(({ id }) => id === lead.stage)?.name ?? lead.stage },
    tags: lead.tags,
    fields: lead.fields as Record<string, Scalar>,
    owner: lead.ownerId === null ? null : { id: lead.ownerId, name: names[lead.ownerId] ?? lead.ownerId },
    deal: lead.dealId,
    createdAt: lead.createdAt.toISOString(),
    changedAt: lead.changedAt.toISOString(),
    revision: lead.revision,
  }))
}

/** How many of the leads that a person works with stand at each stage, in the funnel's order. */
export async function funnelCounts(
  { db }: Deps,
  actor: User,
  segmentId: string,
  filter: LeadFilter,
): Promise<FunnelCounts> {
  const segment = await funnelOf(db, segmentId)
  const groups = await db.$queryRaw<{ stage: string; leads: number; promoted: number }[]>`
    SELECT "stage", (count(*) FILTER (WHERE "deal_id" IS NULL))::INTEGER AS "leads", count("deal_id")::INTEGER AS "promoted"
    FROM "lead" WHERE ${foundLeads(actor, segment, filter)} GROUP BY "stage"`
  const sum = (of: 'leads' | 'promoted') => groups.reduce((so, group) => so + group[of], 0)
  return {
    stages: segment.funnel.stages.map(({ id, name }) => ({
      id,
      name,
      leads: groups.find(({ stage }) => stage === id)?.leads ?? 0,
    })),
    promoted: sum('promoted'),
    total: sum('leads') + sum('promoted'),
  }
}
