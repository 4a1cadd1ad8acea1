import { DomainError } from '#engine/deal'
import { type Db, Prisma } from '../../prisma/client.ts'
import type { User } from '../people/contract.ts'

/** The leads of a segment that a person works with, as SQL over a row of `lead`: a rep's are their own. */
export const visibleLeads = (actor: User, segmentId: string): Prisma.Sql =>
  actor.role === 'rep'
    ? Prisma.sql`"segment_id" = ${segmentId} AND "owner_id" = ${actor.id}`
    : Prisma.sql`"segment_id" = ${segmentId}`

/** A lead that a person works with. Those of others are not told apart from those that do not exist. */
export async function seenLead(db: Db, actor: User, id: string) {
  const lead = await db.lead.findFirst({ where: { id, ...(actor.role === 'rep' && { ownerId: actor.id }) } })
  if (lead) return lead
  throw new DomainError('LEAD_NOT_FOUND', 'There is no such lead among those you work with.', { lead: id })
}
