import { type Db, Prisma } from '../../prisma/client.ts'
import { visibleDealsSql } from '../deals/may-see.ts'
import type { User } from '../people/contract.ts'
import type { Search } from './contract.ts'
import { findKeys, hasGrams, inOrder, type Source } from './find-keys.ts'
import type { Wanted } from './wanted.ts'

const { sql } = Prisma
export const accountText = sql`"account"."name"`

/** That somebody works with a deal of an account. */
export const ownAccounts = (actor: User): Prisma.Sql =>
  sql`EXISTS (SELECT FROM "deal" WHERE "deal"."account_id" = "account"."id" AND ${visibleDealsSql(actor)})`

/** Accounts of the deals that somebody works with. */
export async function findAccounts(db: Db, actor: User, wanted: Wanted): Promise<Search['accounts']> {
  const { keys, count } = await findKeys<{ id: string }>(db, accountsSource(actor), wanted)
  const stored = await db.account.findMany({
    where: { id: { in: keys.map(({ id }) => id) } },
    select: { id: true, name: true },
  })
  return { items: inOrder(keys, stored, (key, row) => key.id === row.id), count }
}

/** Whose rows somebody may see, and by what they are found. */
export const accountsSource = (actor: User): Source => ({
  key: sql`"account"."id", "account"."name"`,
  from: sql`"account"`,
  within: ownAccounts(actor),
  mayHold: (word) => hasGrams(accountText, word),
  text: accountText,
  order: sql`"name", "id"`,
})
