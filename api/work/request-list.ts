import type { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { RequestRow } from './contract.ts'

type Query = { page: number; pageSize: number; status: 'open' | 'closed' }

/** The requests that a person may see: a resource owner those of their departments, the others all. */
export const visibleRequests = (actor: User) =>
  actor.role === 'resource-owner' ? { departmentId: { in: actor.departments } } : {}

export async function requestList(
  deps: Deps,
  actor: User,
  { page, pageSize, status }: Query,
): Promise<Page<RequestRow>> {
  const { db } = deps
  const where = { ...visibleRequests(actor), status: status === 'open' ? 'open' : { not: 'open' } }
  const [stored, total] = await Promise.all([
    db.supportRequest.findMany({
      where,
      include: requestParts,
      orderBy:
        status === 'open'
          ? [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }]
          : [{ answeredAt: { sort: 'desc', nulls: 'last' } }, { openedAt: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.supportRequest.count({ where }),
  ])
  return { items: await requestRows(deps, stored), total }
}

export const requestParts = { deal: { select: { name: true, account: { select: { name: true } } } } } as const
type Stored = Prisma.SupportRequestGetPayload<{ include: typeof requestParts }>

export async function requestRows({ db }: Deps, stored: Stored[]): Promise<RequestRow[]> {
  const names = await namesOf(
    db,
    stored.flatMap(({ ownerId }) => ownerId ?? []),
  )
  const departments = await db.department.findMany({ select: { id: true, name: true } })
  const iso = (date: Date | null) => date?.toISOString() ?? null
  return stored.map(({ deal, departmentId, ownerId, ...request }) => ({
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
