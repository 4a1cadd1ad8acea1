import { changedSince } from '#engine'
import { applyPatch, type DealState, DomainError, type Patch } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { DealReview } from './contract.ts'
import { dealsOf, seenReview } from './seen-review.ts'

/** One deal of a review: what changed since it was last gone through, and what was decided. Throws DEAL_NOT_FOUND. */
export async function dealReview(deps: Deps, actor: User, reviewId: string, dealId: string): Promise<DealReview> {
  const { db } = deps
  const own = await dealInReview(deps, actor, reviewId, dealId)
  const before = await db.reviewDeal.findFirst({
    where: { dealId, reviewId: { not: reviewId }, reviewedAt: { not: null, lt: own.reviewedAt ?? deps.now() } },
    orderBy: { reviewedAt: 'desc' },
    include: { review: { select: { id: true, name: true } } },
  })
  const names = await namesOf(db, [before?.reviewedBy ?? '', own.reviewedBy ?? ''])
  const then = await stateAt(deps, dealId, before?.reviewedSeq ?? 0)
  const looked = ({ reviewedAt, reviewedBy, note }: Pick<typeof own, 'reviewedAt' | 'reviewedBy' | 'note'>) =>
    reviewedAt && {
      at: reviewedAt.toISOString(),
      by: { id: reviewedBy ?? '', name: names[reviewedBy ?? ''] ?? '' },
      note,
    }
  const since = before && looked(before)
  return {
    since: since && { ...since, review: before.review },
    changed: changedSince(then, own.deal.state as unknown as DealState),
    decided: looked(own),
  }
}

/** A deal as one of a review's. Throws REVIEW_NOT_FOUND and DEAL_NOT_FOUND. */
export async function dealInReview(deps: Deps, actor: User, reviewId: string, dealId: string) {
  await seenReview(deps, actor, reviewId)
  const row = await deps.db.reviewDeal.findFirst({
    where: { ...dealsOf(actor, reviewId), dealId },
    include: { deal: true, review: { select: { name: true } } },
  })
  if (row) return row
  throw notInReview(dealId)
}

export const notInReview = (deal: string): DomainError =>
  new DomainError('DEAL_NOT_FOUND', 'There is no such deal in this review. Go back to its list.', { deal })

/** A deal as it was after a step of its history; nothing before the first. */
async function stateAt({ db }: Deps, dealId: string, seq: number): Promise<DealState | undefined> {
  const events = await db.dealEvent.findMany({
    where: { dealId, seq: { lte: seq } },
    select: { delta: true },
    orderBy: { seq: 'asc' },
  })
  return events.reduce<DealState | undefined>((state, { delta }) => applyPatch(state, delta as Patch), undefined)
}
