import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { versionOf } from '../models/version-of.ts'
import type { User } from '../people/contract.ts'
import type { NewMove } from './contract.ts'

/**
 * Begins to move running deals to a version, in the background: the move is stored with its deals, then its workflow is
 * started. Asked again with the same key it goes on with what it began.
 */
export async function startMove(
  { db, moves, now }: Deps,
  actor: User,
  segment: string,
  asked: NewMove,
  key: string,
): Promise<string> {
  const version = await versionOf(db, segment, asked.version)
  const begun = await db.modelMove.findUnique({ where: { id: key }, select: { id: true } })
  if (!begun) {
    const deals = await dealsToMove(db, segment, version.id, asked)
    const move = { id: key, segmentId: segment, versionId: version.id, movedBy: actor.id, createdAt: now() }
    await db.$transaction([
      db.modelMove.create({ data: move }),
      db.movedDeal.createMany({
        data: deals.map(({ id, modelVersionId }) => ({
          moveId: key,
          dealId: id,
          fromVersionId: modelVersionId,
          status: 'pending',
        })),
      }),
    ])
  }
  await moves.start(key)
  return key
}

async function dealsToMove(db: Deps['db'], segment: string, versionId: string, { deals, except }: NewMove) {
  const asked = deals && new Set(deals)
  const running = await db.deal.findMany({
    where: { segmentId: segment, status: 'open', seq: { gt: 0 } },
    select: { id: true, modelVersionId: true },
  })
  const unknown = [...(asked ?? [])].filter((id) => !running.some((deal) => deal.id === id))
  if (unknown.length > 0)
    throw new DomainError(
      'DEAL_NOT_FOUND',
      `${unknown.length === 1 ? 'A deal that you chose does' : `${unknown.length} deals that you chose do`} not run in this segment. Reload the list and choose anew.`,
      { deals: unknown.slice(0, 20) },
    )
  const wanted = running.filter(
    ({ id, modelVersionId }) => modelVersionId !== versionId && (!asked || asked.has(id)) && !except.includes(id),
  )
  if (wanted.length === 0)
    throw new DomainError('NOTHING_TO_MOVE', 'None of these deals is to be moved: each runs on that version already.', {
      segment,
    })
  return wanted
}
