import { DomainError } from '#engine/deal'
import { type AskedChange, eventIdOf } from '../../workflows/batches-client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { batchOf } from './batch-page.ts'
import { beginBatch } from './begin-batch.ts'
import type { Undoing } from './contract.ts'
import { takingBack } from './taking-back.ts'

/**
 * Takes back what a batch did, as a batch of its own: its deals say which of it is too far gone. Asked twice, it is the same
 * batch. Throws BATCH_NOT_FOUND, and BATCH_CANNOT_BE_UNDONE while it is at work, or where it did nothing that can be taken back.
 */
export async function undoBatch(
  deps: Deps,
  actor: User,
  id: string,
  { reason }: Undoing,
  key: string,
): Promise<string> {
  const { asked, undoneBy } = await batchOf(deps, id)
  if (undoneBy) return undoneBy.id
  const rows = await deps.db.dealBatchRow.findMany({ where: { batchId: id, status: { in: ['pending', 'done'] } } })
  const back = takingBack(asked as AskedChange)
  if (!back || rows.length === 0 || rows.some(({ status }) => status === 'pending'))
    throw new DomainError(
      'BATCH_CANNOT_BE_UNDONE',
      'Only added tasks and requests can be taken back, once the change is through. Wait for it, or change the deals one by one.',
      { batch: id },
    )
  const targets = rows.map(({ batchId, dealId, target }) => ({ dealId, target: eventIdOf({ batchId, target }) }))
  const undoing: AskedChange = { names: back.names, event: { kind: back.kind, reason } }
  return beginBatch(deps, actor, { asked: undoing, targets, undoes: id }, key)
}
