import { DomainError } from '#engine/deal'
import type { AskedChange } from '../../workflows/batches-client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'

type Asked = { asked: AskedChange; targets: { dealId: string; target: string }[] }

/**
 * Begins to ask many deals for one change, in the background: the batch is stored, then its workflow is started. Asked again
 * with the same key it goes on with what it began. Throws DEAL_NOT_FOUND where a deal is not there.
 */
export async function beginBatch(deps: Deps, actor: User, { asked, targets }: Asked, key: string): Promise<string> {
  const { db, now } = deps
  if (!(await db.dealBatch.count({ where: { id: key } }))) {
    await requireDeals(deps, new Set(targets.map(({ dealId }) => dealId)))
    await db.$transaction([
      db.dealBatch.create({ data: { id: key, asked, askedBy: actor.id, createdAt: now() } }),
      db.dealBatchRow.createMany({
        data: targets.map((row) => ({ ...row, batchId: key, status: 'pending' })),
        skipDuplicates: true,
      }),
    ])
  }
  await deps.batches.start(key)
  return key
}

async function requireDeals({ db }: Deps, ids: Set<string>): Promise<void> {
  if ((await db.deal.count({ where: { id: { in: [...ids] } } })) === ids.size) return
  throw new DomainError(
    'DEAL_NOT_FOUND',
    'Some of these deals are not there any more. Reload the list and choose anew.',
  )
}
