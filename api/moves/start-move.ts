import type { Impact } from '#engine'
import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { published } from '../models/version-of.ts'
import type { User } from '../people/contract.ts'
import type { NewMove } from './contract.ts'
import { foreseenFor, previewKept } from './foresee.ts'
import { type MoveTarget, publishedTarget } from './move-target.ts'

type Running = { id: string; modelVersionId: string }

/**
 * Begins to move running deals to a version, in the background: the move is stored with its deals, then its workflow is
 * started. Asked again with the same key it goes on with what it began.
 */
export async function startMove(
  deps: Deps,
  actor: User,
  segment: string,
  asked: NewMove,
  key: string,
): Promise<string> {
  const { db, moves, now } = deps
  const target = await publishedTarget(deps, segment, asked.version)
  const begun = await db.modelMove.findUnique({ where: { id: key }, select: { id: true } })
  if (!begun) {
    const deals = await dealsToMove(deps, target, asked)
    const [versionId = ''] = target.already
    const move = { id: key, segmentId: segment, versionId, movedBy: actor.id, createdAt: now() }
    await db.$transaction([
      db.modelMove.create({ data: move }),
      db.movedDeal.createMany({
        data: deals.map(({ id, modelVersionId, foreseen }) => ({
          moveId: key,
          dealId: id,
          fromVersionId: modelVersionId,
          status: 'pending',
          ...(foreseen && { foreseen }),
        })),
      }),
    ])
  }
  await moves.start(key)
  return key
}

async function dealsToMove(
  deps: Deps,
  target: MoveTarget,
  { deals, except, asOf, kinds, also }: NewMove,
): Promise<(Running & { foreseen?: Impact })[]> {
  const left = new Set(except)
  const running = await runningAmong(deps, target, deals)
  const others = running.filter((deal) => !target.already.includes(deal.modelVersionId) && !left.has(deal.id))
  const wanted = asOf ? await asPreviewed(deps, target, others, new Date(asOf), kinds, also) : others
  if (wanted.length > 0) return wanted
  throw new DomainError(
    'NOTHING_TO_MOVE',
    'None of these deals is to be moved: each runs on that version already, or was not in the preview.',
    { segment: target.segment },
  )
}

async function runningAmong({ db }: Deps, { segment }: MoveTarget, deals: string[] | undefined): Promise<Running[]> {
  const running = await db.deal.findMany({
    where: { segmentId: segment, status: 'open', seq: { gt: 0 }, modelVersion: published },
    select: { id: true, modelVersionId: true },
  })
  if (!deals) return running
  const byId = new Map(running.map((deal) => [deal.id, deal]))
  const unknown = deals.filter((id) => !byId.has(id))
  if (unknown.length > 0)
    throw new DomainError(
      'DEAL_NOT_FOUND',
      `${unknown.length === 1 ? 'A deal that you chose does' : `${unknown.length} deals that you chose do`} not run in this segment. Reload the list and choose anew.`,
      { deals: unknown.slice(0, 20) },
    )
  return [...new Set(deals)].flatMap((id) => byId.get(id) ?? [])
}

async function asPreviewed(
  deps: Deps,
  target: MoveTarget,
  deals: Running[],
  asOf: Date,
  kinds: NewMove['kinds'],
  also: string[],
): Promise<(Running & { foreseen: Impact })[]> {
  if (deps.now().getTime() - asOf.getTime() > previewKept)
    throw new DomainError('PREVIEW_TOO_OLD', 'This preview is older than a day. Look at the impact anew, then move.', {
      asOf: asOf.toISOString(),
    })
  const ids = deals.map(({ id }) => id)
  const impacts = await foreseenFor(deps, target, ids, asOf)
  return deals.flatMap((deal) => {
    const foreseen = impacts.get(deal.id)
    return foreseen && (!kinds || kinds.includes(foreseen.kind) || also.includes(deal.id))
      ? [{ ...deal, foreseen }]
      : []
  })
}
