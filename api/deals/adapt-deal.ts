import { adaptModel, applyChanges, type Overlay, overlayOf } from '#engine'
import { type DealState, dealEventSchema } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { readRequest } from '../http/read-request.ts'
import type { User } from '../people/contract.ts'
import type { Adaptation } from './contract.ts'
import { seenDeal } from './may-see.ts'

/**
 * Has one deal do something otherwise than its version. The changes are made on the model as the deal runs it now; what
 * comes of them is checked and compiled, and its plan is stored before the deal is put on it.
 */
export async function adaptDeal(
  deps: Deps,
  actor: User,
  id: string,
  { changes, reason, expectedSeq }: Adaptation,
  key: string,
): Promise<{ seq: number }> {
  const { db } = deps
  const deal = await seenDeal(db, actor, id)
  const taken = await db.dealEvent.findUnique({ where: { dealId_eventId: { dealId: id, eventId: key } } })
  if (taken) return { seq: taken.seq }
  const state = deal.state as unknown as DealState
  const version = await deps.models.byId(deal.modelVersionId)
  const running = await deps.models.ofDeal(deal)
  const own: Overlay = overlayOf(version.model, applyChanges(running.model, changes))
  const { plan } = adaptModel(version.model, own)
  if (plan.hash !== version.plan.hash)
    await db.adaptedPlan.createMany({
      data: [{ hash: plan.hash, versionId: deal.modelVersionId, plan }],
      skipDuplicates: true,
    })
  const event = readRequest(dealEventSchema, {
    kind: 'model-adapted',
    id: key,
    by: actor.id,
    planHash: plan.hash,
    version: version.number,
    changes,
    own,
    reason,
  })
  // The changes were worked out on this state: a deal that moved on meanwhile refuses them.
  return deps.deals.change(id, { event, expectedSeq: expectedSeq ?? state.seq })
}
