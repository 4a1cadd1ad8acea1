import { type Happened, type RecordedPlay, recordedPlay } from '#engine'
import { applyPatch, type DealEvent, type DealState, DomainError, type Patch } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { PlayableDeals } from './contract.ts'

/** The deals of a segment, to choose one whose course is to be played. */
export async function playableDeals({ db }: Deps, segmentId: string, search = ''): Promise<PlayableDeals> {
  const items = await db.deal.findMany({
    where: { segmentId, seq: { gt: 0 }, name: { contains: search, mode: 'insensitive' } },
    select: { id: true, name: true },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: 20,
  })
  return { items }
}

/** What one deal did, told in what is drawn. Throws DEAL_NOT_FOUND for a deal of another segment. */
export async function playOfDeal({ db, models }: Deps, segmentId: string, dealId: string): Promise<RecordedPlay> {
  const deal = await db.deal.findFirst({
    where: { id: dealId, segmentId },
    select: { modelVersionId: true, planHash: true, events: { orderBy: { seq: 'asc' } } },
  })
  const played = deal && recordedPlay(await models.planOf(deal), happenedIn(deal.events))
  if (!played)
    throw new DomainError('DEAL_NOT_FOUND', 'There is no such deal in this segment. Choose one from the list.', {
      deal: dealId,
    })
  return played
}

function happenedIn(rows: { event: unknown; delta: unknown; at: Date }[]): Happened[] {
  let before: DealState | undefined
  return rows.map(({ event, delta, at }) => {
    const one = { event: event as DealEvent, at: at.toISOString(), before }
    before = applyPatch(before, delta as Patch)
    return one
  })
}
