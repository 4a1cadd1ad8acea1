import { type DealState, DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { AdaptedModel } from './contract.ts'

/** What one deviation changed of a deal's model. Who sees deviations sees it, whether or not they work with the deal. */
export async function adaptedModel({ db, models }: Deps, dealId: string, id: string): Promise<AdaptedModel> {
  const deal = await db.deal.findUnique({ where: { id: dealId }, select: { modelVersionId: true, state: true } })
  const changes = (deal?.state as DealState | undefined)?.deviations?.[id]?.changes
  if (!deal || !changes)
    throw new DomainError('NOT_FOUND', 'There is no such change of a deal’s model. Reload the list.', {
      deal: dealId,
      deviation: id,
    })
  const { model } = await models.ofDeal(deal)
  return { changes, model }
}
