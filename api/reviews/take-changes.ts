import { createHash } from 'node:crypto'
import { isSameAnswer, knownOf } from '#engine'
import { type DealState, DomainError, dealEventSchema } from '#engine/deal'
import type { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import { readRequest } from '../http/read-request.ts'
import type { User } from '../people/contract.ts'
import type { ChosenChanges, TakenChange } from './contract.ts'
import { notInReview } from './deal-review.ts'
import { dealsOf, seenReview } from './seen-review.ts'

/** Deals that take their changes at once. */
const inFlight = 8
/** How often a deal that takes a step meanwhile is looked at again. */
const attempts = 5

type Row = ChosenChanges['rows'][number]

/**
 * Takes chosen changes of a sheet as observations, one step a deal. Each is taken over what its chooser saw only: the deal is
 * asked with the step at which that still held, so that nothing learnt meanwhile is overwritten.
 */
export async function takeChanges(
  deps: Deps,
  actor: User,
  reviewId: string,
  { file, rows }: ChosenChanges,
  key: string,
): Promise<TakenChange[]> {
  const { name } = await seenReview(deps, actor, reviewId)
  const source = { note: `${name}: ${file}`.slice(0, 4000), key, reviewId }
  const ids = [...new Set(rows.map(({ deal }) => deal))]
  const taken: TakenChange[] = []
  for (let first = 0; first < ids.length; first += inFlight) {
    const some = ids.slice(first, first + inFlight)
    const known = await dealsKnown(deps, actor, reviewId, some)
    const rowsOf = (id: string) => rows.filter(({ deal }) => deal === id)
    const takings = some.map((id) => takeOn(deps, actor, id, rowsOf(id), source, known.get(id)))
    taken.push(...(await Promise.all(takings)).flat())
  }
  return taken
}

type Source = { note: string; key: string; reviewId: string }
type Known = Prisma.DealGetPayload<object>

/** Deals of a review as they stand now, by their ids; without those that somebody may not see. */
async function dealsKnown({ db }: Deps, actor: User, reviewId: string, ids: string[]): Promise<Map<string, Known>> {
  const rows = await db.reviewDeal.findMany({
    where: { ...dealsOf(actor, reviewId), dealId: { in: ids } },
    include: { deal: true },
  })
  return new Map(rows.map(({ deal }) => [deal.id, deal]))
}

async function takeOn(
  deps: Deps,
  actor: User,
  dealId: string,
  rows: Row[],
  source: Source,
  seen: Known | undefined,
): Promise<TakenChange[]> {
  let deal = seen
  for (let attempt = 1; ; attempt++) {
    try {
      if (!deal) throw notInReview(dealId)
      return await takeOnce(deps, actor, deal, rows, source)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.code === 'STALE_VERSION' && attempt < attempts) {
        deal = (await dealsKnown(deps, actor, source.reviewId, [dealId])).get(dealId)
        continue
      }
      const { code, message, details } = error
      return rows.map(({ deal, fact }) => ({
        deal,
        fact,
        status: 'refused',
        now: null,
        code,
        details,
        reason: message,
      }))
    }
  }
}

async function takeOnce(deps: Deps, actor: User, deal: Known, rows: Row[], source: Source): Promise<TakenChange[]> {
  const { plan } = await deps.models.ofDeal(deal)
  const at = deps.now().toISOString()
  const known = knownOf(plan, deal.state as unknown as DealState, at)
  const free = rows.filter(({ fact, over, said }) => {
    const now = known.get(fact)
    return isSameAnswer(now, over ?? undefined) && !isSameAnswer(now, said)
  })
  if (free.length > 0)
    await deps.deals.change(deal.id, {
      event: learnt(actor, free, at, idIn(source, deal.id), source.note),
      expectedSeq: deal.seq,
    })
  return rows.map((row) => {
    const { fact, said } = row
    const now = known.get(fact)
    const isThere = free.includes(row) || isSameAnswer(now, said)
    const holds = now ? { value: now.value, grade: now.grade } : null
    return {
      deal: deal.id,
      fact,
      status: isThere ? 'done' : 'moved-on',
      now: isThere ? said : holds,
      code: null,
      details: {},
      reason: '',
    }
  })
}

/** The same request asks a deal for the same event. */
const idIn = ({ key }: Source, dealId: string): string =>
  createHash('sha256').update(`${key} ${dealId}`).digest('hex').slice(0, 40)

const learnt = (actor: User, rows: Row[], at: string, id: string, note: string) =>
  readRequest(dealEventSchema, {
    kind: 'interaction-recorded',
    id,
    by: actor.id,
    interaction: { kind: 'import', at, note },
    observations: rows.map(({ fact, said, cell }, n) => ({
      id: `${id}.${n}`,
      fact,
      ...said,
      evidence: `${note}, ${cell}`.slice(0, 4000),
    })),
  })
