import { DomainError } from '#engine/deal'
import { versionToOpenOn } from '../deals/open-deal.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { Values } from '../http/route.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import { chosenLeads } from './found-leads.ts'
import { funnelOf } from './funnel-of.ts'
import {
  type JointPromotion,
  type LeadPromotion,
  type PromotionRow,
  type promotionRowsQuery,
  promotionStatuses,
} from './promotion-contract.ts'

type Query = Values<typeof promotionRowsQuery>

/**
 * Begins to make many leads deals, in the background: what is asked is stored, then its workflow is started. Leads that are
 * deals already, or not a person's own, are left out. Asked again with the same key it goes on with what it began. Throws
 * LEADS_NONE_TO_PROMOTE where none is left, and as the opening of a deal does.
 */
export async function promoteLeads(
  deps: Deps,
  actor: User,
  fromSegmentId: string,
  { of, segmentId, freeForm }: JointPromotion,
  key: string,
): Promise<LeadPromotion> {
  const { db, now, promotions } = deps
  if (!(await db.leadPromotion.count({ where: { id: key } }))) {
    const from = await funnelOf(db, fromSegmentId)
    const version = await versionToOpenOn(deps, { segmentId, name: from.name, ...(freeForm && { freeForm }) })
    await db.$transaction(async (tx) => {
      await tx.leadPromotion.create({
        data: {
          id: key,
          fromSegmentId,
          segmentId,
          modelVersionId: version.id,
          askedBy: actor.id,
          createdAt: now(),
        },
      })
      const count = await tx.$executeRaw`
        INSERT INTO "lead_promotion_row" ("promotion_id", "lead_id", "status")
        SELECT ${key}, "id", 'pending' FROM "lead" WHERE ${chosenLeads(actor, from, of)} AND "deal_id" IS NULL`
      if (count === 0)
        throw new DomainError(
          'LEADS_NONE_TO_PROMOTE',
          'All of these leads are deals already, or there are none any more. Choose others.',
        )
    })
  }
  await promotions.start(key)
  return leadPromotion(deps, actor, key)
}

/** How a promotion goes. */
export async function leadPromotion(deps: Deps, actor: User, id: string): Promise<LeadPromotion> {
  const { db } = deps
  const { askedBy, createdAt } = await promotionOf(deps, actor, id)
  const [groups, names] = await Promise.all([
    db.leadPromotionRow.groupBy({ by: ['status'], where: { promotionId: id }, _count: true }),
    namesOf(db, [askedBy]),
  ])
  return {
    id,
    askedBy: { id: askedBy, name: names[askedBy] ?? askedBy },
    createdAt: createdAt.toISOString(),
    counts: Object.fromEntries(
      promotionStatuses.map((status) => [status, groups.find((group) => group.status === status)?._count ?? 0]),
    ) as LeadPromotion['counts'],
  }
}

/** What became of each lead of a promotion. */
export async function promotionRows(deps: Deps, actor: User, id: string, query: Query): Promise<Page<PromotionRow>> {
  const { db } = deps
  await promotionOf(deps, actor, id)
  const where = { promotionId: id, ...(query.status && { status: query.status }) }
  const [rows, total] = await Promise.all([
    db.leadPromotionRow.findMany({
      where,
      include: { lead: { select: { id: true, name: true } } },
      orderBy: [{ lead: { name: 'asc' } }, { leadId: 'asc' }],
      skip: (query.page - 1) * query.pageSize,
      take: query.pageSize,
    }),
    db.leadPromotionRow.count({ where }),
  ])
  const items = rows.map(({ lead, status, dealId, code, details, reason }) => ({
    lead,
    status: status as PromotionRow['status'],
    deal: dealId,
    code: code as PromotionRow['code'],
    details: (details ?? {}) as PromotionRow['details'],
    reason,
  }))
  return { items, total }
}

/** A rep sees their own. */
async function promotionOf({ db }: Deps, actor: User, id: string) {
  const found = await db.leadPromotion.findFirst({
    where: { id, ...(actor.role === 'rep' && { askedBy: actor.id }) },
  })
  if (found) return found
  throw new DomainError('BATCH_NOT_FOUND', 'There is no such change of leads. Reload the page.', { batch: id })
}
