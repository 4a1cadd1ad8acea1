import { type Db, Prisma } from '../../prisma/client.ts'
import type { User } from '../people/contract.ts'
import type { Search } from './contract.ts'
import { findKeys, hasGrams, holdsWord, inOrder, type Source } from './find-keys.ts'
import type { Wanted } from './wanted.ts'

const { sql } = Prisma

const leadText = sql`"lead"."name" || ' ' || coalesce("lead"."account", '') || ' ' || coalesce("lead"."contact", '')`

/** Leads of mass segments, by their name, account and contact: a rep's own, for others all. */
export async function findLeads(db: Db, actor: User, wanted: Wanted): Promise<Search['leads']> {
  const { keys, count } = await findKeys<{ id: string }>(db, leadsSource(actor), wanted)
  const stored = await db.lead.findMany({
    where: { id: { in: keys.map(({ id }) => id) } },
    select: { id: true, name: true, account: true, contact: true, segment: { select: { id: true, name: true } } },
  })
  return { items: inOrder(keys, stored, (key, row) => key.id === row.id), count }
}

/** Whose rows somebody may see, and by what they are found. */
export const leadsSource = (actor: User): Source => ({
  key: sql`"lead"."id", "lead"."changed_at"`,
  from: sql`"lead"`,
  within: actor.role === 'rep' ? sql`"lead"."owner_id" = ${actor.id}` : sql`TRUE`,
  mayHold: (word) => hasGrams(leadText, word),
  text: leadText,
  order: sql`"changed_at" DESC, "id"`,
})

/** That a lead's texts hold a word, over a row of `lead`. */
export const leadHolds = (word: string): Prisma.Sql => sql`${hasGrams(leadText, word)} AND ${holdsWord(leadText, word)}`
