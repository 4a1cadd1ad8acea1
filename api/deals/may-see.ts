import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Actor } from '../auth/roles.ts'

/** Which deals a person sees: reps their own, resource owners those that ask their departments, the others all. */
export function visibleDeals(actor: Actor) {
  switch (actor.role) {
    case 'rep':
      return { ownerId: actor.id }
    case 'resource-owner':
      return { requests: { some: { departmentId: { in: actor.departments } } } }
    default:
      return {}
  }
}

/** A deal that a person may see, with what its page shows. Others' deals are not told apart from those that do not exist. */
export async function seenDeal(db: Db, actor: Actor, id: string) {
  const deal = await db.deal.findFirst({
    where: { id, ...visibleDeals(actor) },
    include: { account: true, modelVersion: true },
  })
  if (!deal) throw new DomainError('DEAL_NOT_FOUND', 'There is no such deal among those you work with.', { deal: id })
  return deal
}
