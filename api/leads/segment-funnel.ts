import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { ChangedFunnel, SegmentFunnel } from './contract.ts'
import { funnelOf } from './funnel-of.ts'
import { tellFilters } from './saved-filters.ts'
import { visibleLeads } from './visible-leads.ts'

/** Who may own leads. */
export const ownerRoles = ['rep', 'manager', 'ops', 'admin']

/** How a segment is worked, with the tags that a person's leads bear. */
export async function segmentFunnel(deps: Deps, actor: User, segmentId: string): Promise<SegmentFunnel> {
  const { db } = deps
  const { id, name, funnel, filters, revision } = await funnelOf(db, segmentId)
  const [tags, owners, told] = await Promise.all([
    db.$queryRaw<{ tag: string; leads: number }[]>`
      SELECT "tag", count(*)::INTEGER AS "leads"
      FROM (SELECT unnest("tags") AS "tag" FROM "lead" WHERE ${visibleLeads(actor, id)} AND "tags" <> '{}') AS borne
      GROUP BY "tag" ORDER BY 2 DESC, 1 LIMIT 500`,
    db.user.findMany({
      where: { role: { in: ownerRoles } },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    tellFilters(deps, filters),
  ])
  return { segment: { id, name }, funnel, revision, tags, owners, filters: told }
}

/**
 * Sets a funnel's stages and fields. What leads hold of a field that goes is kept, and there again with the field; so
 * are the filters that are kept. Throws
 * STALE_VERSION where it was changed since, LEAD_STAGE_IN_USE for a stage that goes while leads stand at it.
 */
export async function changeFunnel(
  deps: Deps,
  actor: User,
  segmentId: string,
  { revision, funnel }: ChangedFunnel,
): Promise<SegmentFunnel> {
  const { db } = deps
  const { name } = await funnelOf(db, segmentId)
  await db.$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE "segment" SET "funnel_revision" = ${revision + 1}, "funnel" = ${JSON.stringify(funnel)}::JSONB
        || jsonb_build_object('filters', coalesce("funnel"->'filters', '[]'))
      WHERE "id" = ${segmentId} AND "funnel_revision" = ${revision}`
    if (count === 0)
      throw new DomainError(
        'STALE_VERSION',
        `Somebody else has changed the funnel of ${name}. Reload it and make your change again.`,
        { segment: segmentId, revision },
      )
    const left = await tx.lead.findFirst({
      where: { segmentId, dealId: null, stage: { notIn: funnel.stages.map(({ id }) => id) } },
      select: { stage: true },
    })
    if (left)
      throw new DomainError(
        'LEAD_STAGE_IN_USE',
        `Leads still stand at the stage “${left.stage}”. Move them to another one first, then take it away.`,
        { segment: segmentId, stage: left.stage },
      )
  })
  return segmentFunnel(deps, actor, segmentId)
}
