import { DomainError } from '#engine/deal'
import { type Db, Prisma } from '../../prisma/client.ts'
import type { User } from '../people/contract.ts'

/** What a deal's row shows beside the deal itself. */
export const rowParts = {
  account: { select: { name: true, key: { select: { accountId: true } } } },
  segment: { select: { id: true, name: true } },
  requests: { where: { hours: { not: null } }, select: { hours: true } },
} as const

/**
 * Which deals a person works with: reps their own, the others all. Resource owners see requests, not deals. A row whose
 * workflow has not taken its first step is no deal yet.
 */
export const visibleDeals = (actor: User) => ({ seq: { gt: 0 }, ...(actor.role === 'rep' && { ownerId: actor.id }) })

/** The same as SQL over a row of `deal`. */
export const visibleDealsSql = (actor: User): Prisma.Sql =>
  actor.role === 'rep' ? Prisma.sql`"deal"."seq" > 0 AND "deal"."owner_id" = ${actor.id}` : Prisma.sql`"deal"."seq" > 0`

/** A deal that a person may see. Others' deals are not told apart from those that do not exist. */
export async function seenDeal(db: Db, actor: User, id: string) {
  const deal = await db.deal.findFirst({ where: { id, ...visibleDeals(actor) }, include: rowParts })
  return deal ?? noSuchDeal(id)
}

/** The id of a deal that a person may change: one they work with, or one that asks their department. */
export async function dealToChange(db: Db, actor: User, id: string): Promise<string> {
  const within =
    actor.role === 'resource-owner'
      ? { requests: { some: { departmentId: { in: actor.departments } } } }
      : visibleDeals(actor)
  const deal = await db.deal.findFirst({ where: { id, ...within }, select: { id: true } })
  return deal?.id ?? noSuchDeal(id)
}

function noSuchDeal(deal: string): never {
  throw new DomainError('DEAL_NOT_FOUND', 'There is no such deal among those you work with.', { deal })
}
