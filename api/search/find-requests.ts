import { type Db, Prisma } from '../../prisma/client.ts'
import type { User } from '../people/contract.ts'
import { requestRowSchema } from '../work/contract.ts'
import { requestParts, visibleRequests } from '../work/request-list.ts'
import type { Search } from './contract.ts'
import { findKeys, hasGrams, inOrder, type Source } from './find-keys.ts'
import type { Wanted } from './wanted.ts'

const { sql } = Prisma
const { status } = requestRowSchema.shape
const requestText = sql`"support_request"."name"`

/** Support requests by name: of a resource owner's departments, for others all. */
export async function findRequests(db: Db, actor: User, wanted: Wanted): Promise<Search['requests']> {
  const { keys, count } = await findKeys<{ dealId: string; id: string }>(db, requestsSource(actor), wanted)
  const stored = await db.supportRequest.findMany({
    where: { OR: keys.map(({ dealId, id }) => ({ dealId, id })), ...visibleRequests(actor) },
    include: requestParts,
  })
  const rows = inOrder(keys, stored, (key, row) => key.dealId === row.dealId && key.id === row.id)
  return {
    items: rows.map(({ id, name, dealId, deal, ...row }) => ({
      id,
      name,
      status: status.parse(row.status),
      deal: { id: dealId, name: deal.name },
    })),
    count,
  }
}

/** Whose rows somebody may see, and by what they are found. */
export const requestsSource = (actor: User): Source => ({
  key: sql`"support_request"."deal_id" AS "dealId", "support_request"."id", "support_request"."status", "support_request"."opened_at"`,
  from: sql`"support_request"`,
  within:
    actor.role === 'resource-owner' ? sql`"support_request"."department_id" = ANY(${actor.departments})` : sql`TRUE`,
  mayHold: (word) => hasGrams(requestText, word),
  text: requestText,
  order: sql`"status" = 'open' DESC, "opened_at" DESC, "dealId", "id"`,
})
