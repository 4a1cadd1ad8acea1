import type { z } from 'zod'
import { advance } from '#engine'
import { type DealEvent, type DealState, dealEventSchema } from '#engine/deal'
import { requireRightToStep } from '../deals/right-to-step.ts'
import type { Deps } from '../deps.ts'
import { readRequest } from '../http/read-request.ts'
import type { User } from '../people/contract.ts'
import type { DealReview, decisionSchema } from './contract.ts'
import { dealInReview, dealReview } from './deal-review.ts'

/** Of a deviation. */
const longestReason = 1000

type Asked = { review: string; deal: string; key: string }

/**
 * What is decided on a deal: its tasks are added as anybody adds one, each once for the key, then the deal counts as gone
 * through. Where one task is refused, none is added. Throws what the deal refuses.
 */
export async function decide(
  deps: Deps,
  actor: User,
  { review, deal, key }: Asked,
  { seq, note, tasks }: z.output<typeof decisionSchema>,
): Promise<DealReview> {
  const row = await dealInReview(deps, actor, review, deal)
  const reason = (note ? `${row.review.name}: ${note}` : row.review.name).slice(0, longestReason)
  const events = tasks.map(({ stage, ...task }, n) =>
    readRequest(dealEventSchema, {
      id: `${key}.${n}`,
      by: actor.id,
      ...(stage === undefined
        ? { kind: 'task-added', ...task }
        : { kind: 'deviated', reason, deviation: { kind: 'add-action', stage, ...task } }),
    }),
  )
  for (const event of events) await requireRightToStep(deps, actor, deal, event)
  await refuseTogether(deps, row.deal, events)
  for (const event of events) await deps.deals.change(deal, { event })
  await deps.db.reviewDeal.update({
    where: { reviewId_dealId: { reviewId: review, dealId: deal } },
    data: { reviewedAt: deps.now(), reviewedBy: actor.id, reviewedSeq: Math.min(seq, row.deal.seq), note },
  })
  return dealReview(deps, actor, review, deal)
}

/** Plays the tasks on the deal as it stands, so that those before a refused one are not there twice when it is put right. */
async function refuseTogether(
  deps: Deps,
  deal: { modelVersionId: string; planHash: string; state: unknown },
  events: DealEvent[],
): Promise<void> {
  const plan = await deps.models.planOf(deal)
  let state = deal.state as DealState
  // What was taken by an earlier try is there already.
  for (const event of events.filter(({ id }) => state.tasks[id] === undefined))
    ({ state } = await advance(plan, state, event, deps.now().toISOString()))
}
