import { DomainError } from '#engine/deal'
import { moveEnded } from '../../workflows/moves-client.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { Values } from '../http/route.ts'
import { namesOf } from '../people/names.ts'
import { type Move, type MovedDeal, movedDealStatuses, type movedDealsQuery } from './contract.ts'

/** A move can be undone for so many days: after that deals have mostly gone on. */
const undoDays = 7
const day = 86_400_000

type Stored = { id: string; movedBy: string; createdAt: Date; undoneAt: Date | null; version: { number: number } }
type Query = Values<typeof movedDealsQuery>

const moveParts = { include: { version: { select: { number: true } } } } as const

/** A segment's moves, newest first. */
export async function moveList(deps: Deps, segment: string): Promise<Move[]> {
  const moves = await deps.db.modelMove.findMany({
    where: { segmentId: segment },
    orderBy: { createdAt: 'desc' },
    take: 50,
    ...moveParts,
  })
  return Promise.all(moves.map((move) => asMove(deps, move)))
}

/** How a move goes. */
export async function movePage(deps: Deps, segment: string, id: string): Promise<Move> {
  return asMove(deps, await moveOf(deps, segment, id))
}

/** What became of the deals of a move. */
export async function movedDeals(deps: Deps, segment: string, id: string, query: Query): Promise<Page<MovedDeal>> {
  await moveOf(deps, segment, id)
  const where = { moveId: id, ...(query.status && { status: query.status }) }
  const [rows, total] = await Promise.all([
    deps.db.movedDeal.findMany({
      where,
      include: { deal: { select: { name: true } }, from: { select: { number: true } } },
      orderBy: [{ deal: { name: 'asc' } }, { dealId: 'asc' }],
      skip: (query.page - 1) * query.pageSize,
      take: query.pageSize,
    }),
    deps.db.movedDeal.count({ where }),
  ])
  const items = rows.map(({ dealId, deal, from, status, code, details, reason, seq }) => ({
    deal: { id: dealId, name: deal.name },
    from: from.number,
    status: status as MovedDeal['status'],
    code: code as MovedDeal['code'],
    details: (details ?? {}) as MovedDeal['details'],
    reason,
    seq,
  }))
  return { items, total }
}

/** Pauses a move. One whose last deal is moved is through, also while its workflow still says so to the server. */
export async function pauseMove(deps: Deps, segment: string, id: string): Promise<Move> {
  const { state } = await movePage(deps, segment, id)
  if (state === 'moved' || state === 'undone') throw moveEnded(id)
  await deps.moves.pause(id)
  return movePage(deps, segment, id)
}

/** Moves back what a move has moved, while it is young enough. */
export async function undoMove(deps: Deps, segment: string, id: string): Promise<Move> {
  const move = await moveOf(deps, segment, id)
  if (deps.now() > undoUntil(move))
    throw new DomainError(
      'MOVE_TOO_OLD',
      `A move can be undone for ${undoDays} days. Move the deals to the version that they should run on.`,
      { move: id },
    )
  const undoneAt = move.undoneAt ?? deps.now()
  await deps.db.modelMove.update({ where: { id }, data: { undoneAt } })
  await deps.moves.undo(id)
  return asMove(deps, { ...move, undoneAt })
}

export async function moveOf({ db }: Deps, segment: string, id: string) {
  const move = await db.modelMove.findFirst({ where: { id, segmentId: segment }, ...moveParts })
  if (move) return move
  throw new DomainError('MOVE_NOT_FOUND', 'There is no such move in this segment. See its list of moves.', { move: id })
}

const undoUntil = ({ createdAt }: Stored): Date => new Date(createdAt.getTime() + undoDays * day)

async function asMove(deps: Deps, move: Stored): Promise<Move> {
  const names = await namesOf(deps.db, [move.movedBy])
  return {
    id: move.id,
    version: move.version.number,
    movedBy: { id: move.movedBy, name: names[move.movedBy] ?? move.movedBy },
    createdAt: move.createdAt.toISOString(),
    ...(await standingOf(deps, move)),
    undoUntil: undoUntil(move).toISOString(),
  }
}

async function standingOf({ db, moves }: Deps, { id, undoneAt }: Stored): Promise<Pick<Move, 'state' | 'counts'>> {
  const counts = await countsOf(db, id)
  const waits = (of: Move['counts']) => of.pending > 0 || (undoneAt !== null && of.moved > 0)
  const [working, through] = undoneAt ? (['undoing', 'undone'] as const) : (['moving', 'moved'] as const)
  if (!waits(counts)) return { state: through, counts }
  const progress = await moves.progress(id)
  if (progress) return { state: progress.paused ? 'paused' : working, counts }
  // It may have come to its end since it was counted.
  const counted = await countsOf(db, id)
  return { state: waits(counted) ? 'stopped' : through, counts: counted }
}

async function countsOf(db: Deps['db'], moveId: string): Promise<Move['counts']> {
  const groups = await db.movedDeal.groupBy({ by: ['status'], where: { moveId }, _count: true })
  return Object.fromEntries(
    movedDealStatuses.map((status) => [status, groups.find((group) => group.status === status)?._count ?? 0]),
  ) as Move['counts']
}
