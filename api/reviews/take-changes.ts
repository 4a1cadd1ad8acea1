import { createHash } from 'node:crypto'
import { isSameAnswer, knownOf } from '#engine'
import { type DealState, DomainError, dealEventSchema } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { readRequest } from '../http/read-request.ts'
import type { User } from '../people/contract.ts'
import type { ChosenChanges, TakenChange } from './contract.ts'
import { dealInReview } from './deal-review.ts'
import { seenReview } from './seen-review.ts'

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
  const deals = [...new Set(rows.map(({ deal }) => deal))]
  const taken: TakenChange[] = []
  for (let first = 0; first < deals.length; first += inFlight) {
    const some = deals.slice(first, first + inFlight).map((id) =>
      takeOn(
        deps,
        actor,
        id,
        rows.filter(({ deal }) => deal === id),
        source,
      ),
    )
    taken.push(...(await Promise.all(some)).flat())
  }
  return taken
}

type Source = { note: string; key: string; reviewId: string }

async function takeOn(deps: Deps, actor: User, dealId: string, rows: Row[], source: Source): Promise<TakenChange[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await takeOnce(deps, actor, dealId, rows, source)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.code === 'STALE_VERSION' && attempt < attempts) continue
      const { code, message } = error
      return rows.map(({ deal, fact }) => ({ deal, fact, status: 'refused', now: null, code, reason: message }))
    }
  }
}

async function takeOnce(deps: Deps, actor: User, dealId: string, rows: Row[], source: Source): Promise<TakenChange[]> {
  const { deal } = await dealInReview(deps, actor, source.reviewId, dealId)
  const { plan } = await deps.models.ofDeal(deal)
  const at = deps.now().toISOString()
  const known = knownOf(plan, deal.state as unknown as DealState, at)
  const free = rows.filter(({ fact, over, said }) => {
    const now = known.get(fact)
    return isSameAnswer(now, over ?? undefined) && !isSameAnswer(now, said)
  })
  if (free.length > 0)
    await deps.deals.change(dealId, {
      event: learnt(actor, free, at, idIn(source, dealId), source.note),
      expectedSeq: deal.seq,
    })
  return rows.map((row) => {
    const { fact, said } = row
    const now = known.get(fact)
    const isThere = free.includes(row) || isSameAnswer(now, said)
    const holds = now ? { value: now.value, grade: now.grade } : null
    return {
      deal: dealId,
      fact,
      status: isThere ? 'done' : 'moved-on',
      now: isThere ? said : holds,
      code: null,
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
