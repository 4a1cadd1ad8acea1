import { DomainError } from '#engine/deal'
import { dealIds } from '../deals/found-deals.ts'
import { visibleDeals } from '../deals/may-see.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { mostDeals, type NewReview } from './contract.ts'

/** Begins a review; asked again with the same key it is the one that was begun. Throws DEAL_NOT_FOUND where there is nothing to go through. */
export async function createReview(deps: Deps, actor: User, { name, of }: NewReview, key: string): Promise<string> {
  const { db, now } = deps
  if (await db.review.count({ where: { id: key } })) return key
  const deals = 'deals' in of ? await chosen(deps, actor, of.deals) : await found(deps, actor, of.all)
  await db.review.create({
    data: {
      id: key,
      name,
      createdBy: actor.id,
      createdAt: now(),
      deals: { create: deals.map((dealId, position) => ({ dealId, position })) },
    },
  })
  return key
}

async function chosen({ db }: Deps, actor: User, deals: string[]): Promise<string[]> {
  const ids = [...new Set(deals)]
  const seen = await db.deal.count({ where: { AND: [visibleDeals(actor), { id: { in: ids } }] } })
  if (seen === ids.length) return ids
  throw new DomainError(
    'DEAL_NOT_FOUND',
    'Some of these deals are not there any more. Reload the list and choose anew.',
  )
}

/** The deals that the list finds by the same filter, from which they were picked. */
async function found(
  { db }: Deps,
  actor: User,
  { search, segment, stage, owner }: Extract<NewReview['of'], { all: object }>['all'],
): Promise<string[]> {
  const asked = { search, segment, stage, owner, status: 'open', order: 'opened', direction: 'down' } as const
  const ids = await dealIds(db, actor, asked, { page: 1, pageSize: mostDeals + 1 })
  const order = [{ account: { name: 'asc' as const } }, { name: 'asc' as const }, { id: 'asc' as const }]
  const deals = await db.deal.findMany({ where: { id: { in: ids } }, select: { id: true }, orderBy: order })
  if (deals.length === 0) throw new DomainError('DEAL_NOT_FOUND', 'No open deal fits these filters. Choose others.')
  if (deals.length > mostDeals)
    throw new DomainError('REQUEST_INVALID', `More than ${mostDeals} deals fit these filters. Narrow them down.`)
  return deals.map(({ id }) => id)
}
