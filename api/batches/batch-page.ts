import { DomainError } from '#engine/deal'
import type { AskedChange } from '../../workflows/batches-client.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { Values } from '../http/route.ts'
import { namesOf } from '../people/names.ts'
import { type Batch, type BatchRow, batchRowStatuses, type batchRowsQuery } from './contract.ts'
import { takingBack } from './taking-back.ts'

type Query = Values<typeof batchRowsQuery>

/** How a batch goes. */
export async function batchPage(deps: Deps, id: string): Promise<Batch> {
  const { db } = deps
  const { askedBy, createdAt, asked, undoneBy } = await batchOf(deps, id)
  const groups = await db.dealBatchRow.groupBy({ by: ['status'], where: { batchId: id }, _count: true })
  const counts = Object.fromEntries(
    batchRowStatuses.map((status) => [status, groups.find((group) => group.status === status)?._count ?? 0]),
  ) as Batch['counts']
  const names = await namesOf(db, [askedBy])
  return {
    id,
    askedBy: { id: askedBy, name: names[askedBy] ?? askedBy },
    createdAt: createdAt.toISOString(),
    counts,
    undoable: takingBack(asked as AskedChange) !== undefined && undoneBy === null && counts.pending === 0,
    undoneBy: undoneBy?.id ?? null,
  }
}

/** What became of the change on each deal of a batch. */
export async function batchRows(deps: Deps, id: string, query: Query): Promise<Page<BatchRow>> {
  const { db } = deps
  await batchOf(deps, id)
  const where = { batchId: id, ...(query.status && { status: query.status }) }
  const [rows, total] = await Promise.all([
    db.dealBatchRow.findMany({
      where,
      include: { deal: { select: { name: true, objections: targetOf.objections, requests: targetOf.requests } } },
      orderBy: [{ deal: { name: 'asc' } }, { dealId: 'asc' }, { target: 'asc' }],
      skip: (query.page - 1) * query.pageSize,
      take: query.pageSize,
    }),
    db.dealBatchRow.count({ where }),
  ])
  const items = rows.map(({ dealId, deal, target, status, code, details, reason }) => ({
    deal: { id: dealId, name: deal.name },
    target: { id: target, name: nameOf(target, deal) },
    status: status as BatchRow['status'],
    code: code as BatchRow['code'],
    details: (details ?? {}) as BatchRow['details'],
    reason,
  }))
  return { items, total }
}

const targetOf = {
  objections: { select: { id: true, statement: true } },
  requests: { select: { id: true, name: true } },
} as const
type Targets = { objections: { id: string; statement: string }[]; requests: { id: string; name: string }[] }

const nameOf = (target: string, { objections, requests }: Targets): string =>
  objections.find(({ id }) => id === target)?.statement ?? requests.find(({ id }) => id === target)?.name ?? target

export async function batchOf({ db }: Deps, id: string) {
  const batch = await db.dealBatch.findUnique({ where: { id }, include: { undoneBy: { select: { id: true } } } })
  if (batch) return batch
  throw new DomainError('BATCH_NOT_FOUND', 'There is no such batch. Reload the page.', { batch: id })
}
