import { isFreeForm } from '#engine'
import type { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { DealRow } from './contract.ts'
import { countDeals, type DealFilter, dealIds } from './found-deals.ts'
import { rowParts } from './may-see.ts'

type Stored = Prisma.DealGetPayload<{ omit: { state: true }; include: typeof rowParts }>

/** A page of the deals that a person works with. */
export async function dealList(
  deps: Deps,
  actor: User,
  { page, pageSize, ...filter }: DealFilter & { page: number; pageSize: number },
): Promise<Page<DealRow>> {
  const { db } = deps
  const [ids, total] = await Promise.all([
    dealIds(db, actor, filter, { page, pageSize }),
    countDeals(db, actor, filter),
  ])
  return { items: await dealRows(deps, ids), total }
}

/** The rows of deals, in the order of their ids; one that is gone is left out. */
export async function dealRows(deps: Deps, ids: string[]): Promise<DealRow[]> {
  const { db } = deps
  const stored = await db.deal.findMany({ where: { id: { in: ids } }, omit: { state: true }, include: rowParts })
  // Asked for as a count of the deal's own, Prisma would count the tasks of all deals.
  const open = db.task.groupBy({ by: ['dealId'], where: { dealId: { in: ids }, status: 'open' }, _count: true })
  const [names, owed] = await Promise.all([
    namesOf(
      db,
      stored.map(({ ownerId }) => ownerId),
    ),
    open,
  ])
  const byId = new Map(stored.map((deal) => [deal.id, deal]))
  const openTasks = new Map(owed.map(({ dealId, _count }) => [dealId, _count]))
  const rows = ids.flatMap((id) => byId.get(id) ?? [])
  return Promise.all(rows.map((deal) => asRow(deps, deal, openTasks.get(deal.id) ?? 0, names)))
}

/** A stored deal as its row in a list; `names` has at least its owner's. */
export async function asRow(
  { models }: Deps,
  deal: Stored,
  openTasks: number,
  names: Record<string, string>,
): Promise<DealRow> {
  const plan = await models.planOf(deal)
  const stageName = (id: string) => plan.stages.find((stage) => stage.id === id)?.name ?? id
  return {
    id: deal.id,
    name: deal.name,
    segment: deal.segment,
    owner: { id: deal.ownerId, name: names[deal.ownerId] ?? deal.ownerId },
    account: deal.account?.name ?? null,
    keyAccount: deal.account?.key != null,
    status: deal.status as DealRow['status'],
    outcome: deal.outcome as DealRow['outcome'],
    seq: deal.seq,
    effort: deal.effort,
    freeForm: isFreeForm(plan),
    openStages: deal.openStages.map((id) => ({ id, name: stageName(id) })),
    openTasks,
    supportHours: deal.requests.reduce((sum, { hours }) => sum + Number(hours), 0),
    openedAt: deal.openedAt.toISOString(),
  }
}
