import { DomainError } from '#engine/deal'
import type { AskedChange } from '../../workflows/batches-client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'

/** `undoes` is the batch that this one takes back. */
type Asked = { asked: AskedChange; targets: { dealId: string; target: string }[]; undoes?: string }

/** Rows that one statement writes, below what the database takes of parameters. */
const rowsAtOnce = 4000

/**
 * Begins to ask many deals for one change, in the background: the batch is stored, then its workflow is started. Asked again
 * with the same key it goes on with what it began. Throws DEAL_NOT_FOUND where a deal is not there.
 */
export async function beginBatch(
  deps: Deps,
  actor: User,
  { asked, targets, undoes }: Asked,
  key: string,
): Promise<string> {
  const { db, now } = deps
  if (!(await db.dealBatch.count({ where: { id: key } }))) {
    await requireDeals(deps, new Set(targets.map(({ dealId }) => dealId)))
    const rows = targets.map((row) => ({ ...row, batchId: key, status: 'pending' }))
    const parts = Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, n) =>
      rows.slice(n * rowsAtOnce, (n + 1) * rowsAtOnce),
    )
    await db.$transaction([
      db.dealBatch.create({
        data: { id: key, asked, askedBy: actor.id, createdAt: now(), ...(undoes && { undoesId: undoes }) },
      }),
      ...parts.map((data) => db.dealBatchRow.createMany({ data, skipDuplicates: true })),
    ])
  }
  await deps.batches.start(key)
  return key
}

async function requireDeals({ db }: Deps, ids: Set<string>): Promise<void> {
  const [found] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::INTEGER AS "count" FROM "deal" WHERE "id" = ANY(${[...ids]})`
  if (ids.size > 0 && found.count === ids.size) return
  throw new DomainError(
    'DEAL_NOT_FOUND',
    'Some of these deals are not there any more. Reload the list and choose anew.',
  )
}
