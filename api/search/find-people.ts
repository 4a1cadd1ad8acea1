import { Prisma } from '../../prisma/client.ts'
import { visibleDeals } from '../deals/may-see.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { Search } from './contract.ts'
import { findKeys, hasGrams, inOrder, type Source } from './find-keys.ts'
import type { Wanted } from './wanted.ts'

const { sql } = Prisma
const personText = sql`"deal_person"."name" || ' ' || "deal_person"."title"`

/** Who holds a buying role in the deals that somebody works with, by name and title. */
export async function findPeople({ db, models }: Deps, actor: User, wanted: Wanted): Promise<Search['people']> {
  const { keys, count } = await findKeys<{ dealId: string; id: string }>(db, peopleSource(actor), wanted)
  const stored = await db.dealPerson.findMany({
    where: { OR: keys.map(({ dealId, id }) => ({ dealId, id })), deal: visibleDeals(actor) },
    include: { deal: { select: { id: true, name: true, modelVersionId: true } } },
  })
  const rows = inOrder(keys, stored, (key, row) => key.dealId === row.dealId && key.id === row.id)
  const items = rows.map(async ({ id, name, title, roleId, deal }) => {
    const { model } = await models.byId(deal.modelVersionId)
    const role = model.chain.roles.find((one) => one.id === roleId)?.name ?? roleId
    return { id, name, title, role, deal: { id: deal.id, name: deal.name } }
  })
  return { items: await Promise.all(items), count }
}

/** Whose rows somebody may see, and by what they are found. */
export const peopleSource = (actor: User): Source => ({
  key: sql`"deal_person"."deal_id" AS "dealId", "deal_person"."id", "deal_person"."name"`,
  from: sql`"deal_person"`,
  within: actor.role === 'rep' ? sql`"deal_person"."owner_id" = ${actor.id}` : sql`TRUE`,
  mayHold: (word) => hasGrams(personText, word),
  text: personText,
  order: sql`"name", "dealId", "id"`,
})
