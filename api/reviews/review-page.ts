import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { Review, ReviewedDeal, ReviewPage } from './contract.ts'
import { dealsOf, seenReview, visibleReviews } from './seen-review.ts'

type Paging = { page: number; pageSize: number }

/** The reviews that a person may see, newest first. */
export async function reviewList(deps: Deps, actor: User, { page, pageSize }: Paging): Promise<Page<Review>> {
  const { db } = deps
  const where = visibleReviews(actor)
  const [reviews, total] = await Promise.all([
    db.review.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.review.count({ where }),
  ])
  return { items: await withCounts(deps, actor, reviews), total }
}

/** A review with its deals, in the order in which they are gone through. */
export async function reviewPage(deps: Deps, actor: User, id: string): Promise<ReviewPage> {
  const { db } = deps
  const stored = await seenReview(deps, actor, id)
  const rows = await db.reviewDeal.findMany({
    where: dealsOf(actor, id),
    orderBy: { position: 'asc' },
    include: { deal: { omit: { state: true }, include: { account: { select: { name: true } } } } },
  })
  const before = await seqBefore(deps, id)
  const names = await namesOf(
    db,
    rows.map(({ deal }) => deal.ownerId),
  )
  const items = rows.map(async ({ deal, reviewedAt }): Promise<ReviewedDeal> => {
    const { stages } = await deps.models.planOf(deal)
    const seq = before.get(deal.id)
    return {
      deal: { id: deal.id, name: deal.name },
      account: deal.account?.name ?? null,
      owner: { id: deal.ownerId, name: names[deal.ownerId] ?? deal.ownerId },
      status: deal.status as ReviewedDeal['status'],
      openStages: deal.openStages.map((stage) => ({
        id: stage,
        name: stages.find((one) => one.id === stage)?.name ?? stage,
      })),
      stepsSince: seq === undefined ? null : Math.max(0, deal.seq - seq),
      reviewedAt: reviewedAt?.toISOString() ?? null,
    }
  })
  const [review] = await withCounts(deps, actor, [stored])
  return { review: review as Review, items: await Promise.all(items) }
}

/** The step at which each deal of a review was last gone through in another one, before it was in this one. */
async function seqBefore({ db }: Deps, reviewId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ dealId: string; seq: number }[]>`
    SELECT DISTINCT ON (before."deal_id") before."deal_id" AS "dealId", before."reviewed_seq" AS "seq"
    FROM "review_deal" AS own JOIN "review_deal" AS before ON before."deal_id" = own."deal_id"
      AND before."review_id" <> own."review_id"
      AND before."reviewed_at" < coalesce(own."reviewed_at", 'infinity')
    WHERE own."review_id" = ${reviewId}
    ORDER BY before."deal_id", before."reviewed_at" DESC`
  return new Map(rows.map(({ dealId, seq }) => [dealId, seq]))
}

type Stored = { id: string; name: string; createdBy: string; createdAt: Date }

async function withCounts({ db }: Deps, actor: User, reviews: Stored[]): Promise<Review[]> {
  const ids = reviews.map(({ id }) => id)
  const names = await namesOf(
    db,
    reviews.map(({ createdBy }) => createdBy),
  )
  const counted = await db.reviewDeal.groupBy({
    by: ['reviewId'],
    where: dealsOf(actor, { in: ids }),
    _count: { _all: true, reviewedAt: true },
  })
  const of = (id: string) => counted.find(({ reviewId }) => reviewId === id)?._count
  return reviews.map(({ id, name, createdBy, createdAt }) => ({
    id,
    name,
    createdBy: { id: createdBy, name: names[createdBy] ?? createdBy },
    createdAt: createdAt.toISOString(),
    deals: of(id)?._all ?? 0,
    reviewed: of(id)?.reviewedAt ?? 0,
  }))
}
