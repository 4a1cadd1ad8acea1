import type { Condition, Funnel } from '#engine'
import { Prisma } from '../../prisma/client.ts'
import type { User } from '../people/contract.ts'
import { leadHolds } from '../search/find-leads.ts'
import { wantedOf } from '../search/wanted.ts'
import { conditionSql } from './condition-sql.ts'
import type { JointLeadChange } from './contract.ts'
import { fitFilter } from './fit-filter.ts'
import { visibleLeads } from './visible-leads.ts'

/** What a list of leads is asked for. */
export type LeadFilter = { filter?: Condition | undefined; search?: string | undefined }

/** Of a segment's leads those that a person works with and a filter finds, as SQL over a row of `lead`. */
export function foundLeads(
  actor: User,
  segment: { id: string; funnel: Funnel },
  { filter, search }: LeadFilter,
): Prisma.Sql {
  const parts = [visibleLeads(actor, segment.id)]
  if (filter) parts.push(conditionSql(filter, fitFilter(filter, segment.funnel)))
  if (search) parts.push(...wantedOf(search).words.map(leadHolds))
  return Prisma.join(parts, ' AND ')
}

/** The same of those that somebody chose: one by one, or all that a filter finds. */
export const chosenLeads = (
  actor: User,
  segment: { id: string; funnel: Funnel },
  of: JointLeadChange['of'],
): Prisma.Sql =>
  'leads' in of
    ? Prisma.sql`${visibleLeads(actor, segment.id)} AND "id" = ANY(${of.leads})`
    : foundLeads(actor, segment, of.all)
