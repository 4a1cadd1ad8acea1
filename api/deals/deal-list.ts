import type { z } from 'zod'
import { isFreeForm } from '#engine'
import type { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { DealRow, dealListQuery } from './contract.ts'
import { rowParts, visibleDeals } from './may-see.ts'

type Query = { [Key in keyof typeof dealListQuery]: z.output<(typeof dealListQuery)[Key]> }
type Stored = Prisma.DealGetPayload<{ omit: { state: true }; include: typeof rowParts }>

/** A page of the deals that a person works with, newest first. */
export async function dealList(deps: Deps, actor: User, query: Query): Promise<Page<DealRow>> {
  const where = {
    AND: [
      visibleDeals(actor),
      query.status === 'all' ? {} : { status: query.status },
      query.segment ? { segmentId: query.segment } : {},
      query.stage ? { openStages: { has: query.stage } } : {},
      query.owner ? { ownerId: query.owner } : {},
      query.search ? { OR: [contains('name', query.search), { account: contains('name', query.search) }] } : {},
    ],
  }
  const [stored, total] = await Promise.all([
    deps.db.deal.findMany({
      where,
      omit: { state: true },
      include: rowParts,
      orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
      skip: (query.page - 1) * query.pageSize,
      take: query.pageSize,
    }),
    deps.db.deal.count({ where }),
  ])
  const names = await namesOf(
    deps.db,
    stored.map(({ ownerId }) => ownerId),
  )
  return { items: await Promise.all(stored.map((deal) => asRow(deps, deal, names))), total }
}

const contains = (field: 'name', text: string) => ({ [field]: { contains: text, mode: 'insensitive' as const } })

/** A stored deal as its row in a list; `names` has at least its owner's. */
export async function asRow({ models }: Deps, deal: Stored, names: Record<string, string>): Promise<DealRow> {
  const plan = await models.planOf(deal)
  const stageName = (id: string) => plan.stages.find((stage) => stage.id === id)?.name ?? id
  return {
    id: deal.id,
    name: deal.name,
    segment: deal.segment,
    owner: { id: deal.ownerId, name: names[deal.ownerId] ?? deal.ownerId },
    account: deal.account?.name ?? null,
    status: deal.status as DealRow['status'],
    outcome: deal.outcome as DealRow['outcome'],
    seq: deal.seq,
    effort: deal.effort,
    freeForm: isFreeForm(plan),
    openStages: deal.openStages.map((id) => ({ id, name: stageName(id) })),
    openTasks: deal._count.tasks,
    supportHours: deal.requests.reduce((sum, { hours }) => sum + Number(hours), 0),
    openedAt: deal.openedAt.toISOString(),
  }
}
