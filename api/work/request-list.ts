import type { Prisma } from '../../prisma/client.ts'
import { handsOver } from '../deals/right-to-request.ts'
import type { Deps } from '../deps.ts'
import { type Direction, type Page, wayOf } from '../http/page-contract.ts'
import type { Values } from '../http/route.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import { nobody, type RequestRow, type requestFilterQuery, type requestOrders } from './contract.ts'
import { workLeftBy } from './work-left.ts'

export type RequestFilter = Values<typeof requestFilterQuery>

/** The requests that a person may see: a resource owner those of their departments, the others all. */
export const visibleRequests = (actor: User) =>
  actor.role === 'resource-owner' ? { departmentId: { in: actor.departments } } : {}

export async function requestList(
  deps: Deps,
  actor: User,
  { page, pageSize, ...filter }: RequestFilter & { page: number; pageSize: number },
): Promise<Page<RequestRow>> {
  const { db } = deps
  const where = found(deps, actor, filter)
  const [stored, total] = await Promise.all([
    db.supportRequest.findMany({
      where,
      include: requestParts,
      orderBy: [...orderOf(filter), { dealId: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.supportRequest.count({ where }),
  ])
  return { items: await requestRows(deps, actor, stored), total }
}

function found({ now }: Deps, actor: User, { status, department, owner, only }: RequestFilter) {
  const where: Prisma.SupportRequestWhereInput = { status: status === 'open' ? 'open' : { not: 'open' } }
  if (department !== undefined) where.departmentId = department
  if (owner !== undefined) where.ownerId = owner === nobody ? null : owner
  if (only === 'overdue') where.dueAt = { lt: now() }
  if (only !== undefined) where.askedBackAt = only === 'overdue' ? null : { not: null }
  return { AND: [visibleRequests(actor), where] }
}

/** Open ones by due time, and those that are done newest first, unless a filter says otherwise. */
function orderOf({ status, order, direction }: RequestFilter): Prisma.SupportRequestOrderByWithRelationInput[] {
  const by = order ?? (status === 'open' ? 'due' : 'answered')
  const way = wayOf(direction ?? usually[by])
  switch (by) {
    case 'due':
      return [{ dueAt: { sort: way, nulls: 'last' } }, { openedAt: way }]
    case 'answered':
      return [{ answeredAt: { sort: way, nulls: 'last' } }, { openedAt: way }]
    case 'opened':
      return [{ openedAt: way }]
    case 'name':
      return [{ name: way }]
    case 'deal':
      return [{ deal: { name: way } }]
  }
}

const usually: Record<(typeof requestOrders)[number], Direction> = {
  due: 'up',
  answered: 'down',
  opened: 'down',
  name: 'up',
  deal: 'up',
}

export const requestParts = { deal: { select: { name: true, account: { select: { name: true } } } } } as const
type Stored = Prisma.SupportRequestGetPayload<{ include: typeof requestParts }>

/** Stored requests as the rows that somebody sees of them. */
export async function requestRows(deps: Deps, actor: User, stored: Stored[]): Promise<RequestRow[]> {
  const { db } = deps
  const [names, departments, mayHandOver] = await Promise.all([
    namesOf(
      db,
      stored.flatMap(({ ownerId }) => ownerId ?? []),
    ),
    db.department.findMany({ select: { id: true, name: true, calendar: true } }),
    handsOver(deps, actor),
  ])
  const workLeft = workLeftBy(departments, deps.now())
  const iso = (date: Date | null) => date?.toISOString() ?? null
  return stored.map(({ deal, departmentId, ownerId, ...request }) => ({
    mayHandOver: request.status === 'open' && mayHandOver({ departmentId, ownerId }),
    workLeft: request.status === 'open' && !request.askedBackAt ? workLeft(departmentId, request.dueAt) : null,
    dealId: request.dealId,
    dealName: deal.name,
    account: deal.account?.name ?? null,
    id: request.id,
    name: request.name,
    department: { id: departmentId, name: departments.find(({ id }) => id === departmentId)?.name ?? departmentId },
    owner: ownerId ? { id: ownerId, name: names[ownerId] ?? ownerId } : null,
    waiting: ownerId ? null : (request.waiting as RequestRow['waiting']),
    status: request.status as RequestRow['status'],
    blocks: request.blocks,
    verdict: request.verdict,
    note: request.note,
    openedAt: request.openedAt.toISOString(),
    acceptedAt: iso(request.acceptedAt),
    askedBackAt: iso(request.askedBackAt),
    dueAt: iso(request.dueAt),
    answeredAt: iso(request.answeredAt),
    escalatedAt: iso(request.escalatedAt),
    escalatedTo: request.escalatedTo as RequestRow['escalatedTo'],
    hours: request.hours === null ? null : Number(request.hours),
  }))
}
