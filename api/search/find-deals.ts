import { type Db, Prisma } from '../../prisma/client.ts'
import { visibleDeals, visibleDealsSql } from '../deals/may-see.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import { mostCounted, type Search } from './contract.ts'
import { accountText, ownAccounts } from './find-accounts.ts'
import { findKeys, hasGrams, holdsWord, inOrder, type Source } from './find-keys.ts'
import type { Wanted } from './wanted.ts'

const { sql } = Prisma
const dealText = sql`"deal"."name" || ' ' || coalesce("account"."name", '')`

/** Deals by their name and their account's; of several words each may stand in either. */
export async function findDeals(db: Db, actor: User, wanted: Wanted): Promise<Search['deals']> {
  const { keys, count } = await findKeys<{ id: string }>(db, dealsSource(actor), wanted)
  const stored = await db.deal.findMany({
    where: { id: { in: keys.map(({ id }) => id) }, ...visibleDeals(actor) },
    select: { id: true, name: true, status: true, ownerId: true, account: { select: { name: true } } },
  })
  const names = await namesOf(
    db,
    stored.map(({ ownerId }) => ownerId),
  )
  const rows = inOrder(keys, stored, (key, row) => key.id === row.id)
  return {
    items: rows.map(({ id, name, status, ownerId, account }) => ({
      id,
      name,
      account: account?.name ?? null,
      owner: names[ownerId] ?? null,
      status: status === 'open' ? 'open' : 'closed',
    })),
    count,
  }
}

/** That a deal's name, or its account's, may hold a word: a condition over a row of `deal` that indexes answer. */
function dealMayHold(actor: User, word: string, most = sql`LIMIT ${mostCounted}`): Prisma.Sql {
  const ofAccounts = sql`SELECT "account"."id" FROM "account"
    WHERE ${hasGrams(accountText, word)} AND ${holdsWord(accountText, word)} AND ${ownAccounts(actor)} ${most}`
  return sql`(${hasGrams(sql`"deal"."name"`, word)} OR "deal"."account_id" = ANY(ARRAY(${ofAccounts})))`
}

/** That a deal's name, or its account's, holds a word, for a list that counts them all: over `deal` and its account. */
export const dealHolds = (actor: User, word: string): Prisma.Sql =>
  sql`${dealMayHold(actor, word, Prisma.empty)} AND ${holdsWord(dealText, word)}`

/** Whose rows somebody may see, and by what they are found. */
export const dealsSource = (actor: User): Source => ({
  key: sql`"deal"."id", "deal"."status", "deal"."opened_at"`,
  from: sql`"deal" LEFT JOIN "account" ON "account"."id" = "deal"."account_id"`,
  within: visibleDealsSql(actor),
  mayHold: (word) => dealMayHold(actor, word),
  text: dealText,
  order: sql`"status" DESC, "opened_at" DESC, "id"`,
})
