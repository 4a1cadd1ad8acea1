import { type Db, Prisma } from '../../prisma/client.ts'
import type { Values } from '../http/route.ts'
import type { User } from '../people/contract.ts'
import { dealHolds } from '../search/find-deals.ts'
import { wantedOf } from '../search/wanted.ts'
import type { dealFilterQuery } from './contract.ts'
import { visibleDealsSql } from './may-see.ts'

const { sql, join } = Prisma
export type DealFilter = Values<typeof dealFilterQuery>

const columns: Record<DealFilter['order'], Prisma.Sql> = {
  opened: sql`"deal"."opened_at"`,
  name: sql`"deal"."name"`,
  effort: sql`"deal"."effort"`,
}

/** Of the deals that somebody works with those that a filter finds, as SQL over `deal` and its account. */
function foundDeals(actor: User, { status, segment, stage, owner, search }: DealFilter): Prisma.Sql {
  const parts = [visibleDealsSql(actor)]
  if (status !== 'all') parts.push(sql`"deal"."status" = ${status}`)
  if (segment) parts.push(sql`"deal"."segment_id" = ${segment}`)
  if (stage) parts.push(sql`"deal"."open_stages" @> ARRAY[${stage}]`)
  if (owner) parts.push(sql`"deal"."owner_id" = ${owner}`)
  if (search) parts.push(...wantedOf(search).words.map((word) => dealHolds(actor, word)))
  // Joined in vain it would keep deals from being counted from an index alone.
  const account = search ? sql`LEFT JOIN "account" ON "account"."id" = "deal"."account_id"` : Prisma.empty
  return sql`FROM "deal" ${account} WHERE ${join(parts, ' AND ')}`
}

/** The ids of the deals that a filter finds, in its order: all of them, or of one page. */
export async function dealIds(
  db: Db,
  actor: User,
  filter: DealFilter,
  range?: { page: number; pageSize: number },
): Promise<string[]> {
  const way = filter.direction === 'up' ? sql`ASC` : sql`DESC`
  const part = range ? sql`LIMIT ${range.pageSize} OFFSET ${(range.page - 1) * range.pageSize}` : Prisma.empty
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT "deal"."id" ${foundDeals(actor, filter)} ORDER BY ${columns[filter.order]} ${way}, "deal"."id" ${way} ${part}`
  return found.map(({ id }) => id)
}

export async function countDeals(db: Db, actor: User, filter: DealFilter): Promise<number> {
  const [counted] = await db.$queryRaw<
    [{ total: number }]
  >`SELECT count(*)::INTEGER AS "total" ${foundDeals(actor, filter)}`
  return counted.total
}
