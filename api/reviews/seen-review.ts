import { DomainError } from '#engine/deal'
import { visibleDeals } from '../deals/may-see.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'

/** A rep sees the reviews that they made, the others all. */
export const visibleReviews = (actor: User) => (actor.role === 'rep' ? { createdBy: actor.id } : {})

/**
 * The deals of a review, or of several, that a person may see. All of them had begun when they were chosen; a rep's may be
 * another's by now.
 */
export const dealsOf = <Which>(actor: User, reviewId: Which) => ({
  reviewId,
  ...(actor.role === 'rep' && { deal: visibleDeals(actor) }),
})

/** A review that a person may see. Others' are not told apart from those that do not exist. Throws REVIEW_NOT_FOUND. */
export async function seenReview({ db }: Deps, actor: User, id: string) {
  const review = await db.review.findFirst({ where: { id, ...visibleReviews(actor) } })
  if (review) return review
  throw new DomainError('REVIEW_NOT_FOUND', 'There is no such review among those that you may see.', { review: id })
}
