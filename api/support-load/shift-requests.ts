import { DomainError } from '#engine/deal'
import type { AskedChange } from '../../workflows/batches-client.ts'
import { beginBatch } from '../batches/begin-batch.ts'
import { requireRightToRequest } from '../deals/right-to-request.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { Shift } from './contract.ts'

/**
 * Gives requests of one member of a department, or of nobody, to another: the soonest due that are within the other's
 * authority, in the background. The answer is the batch. Throws SUPPORT_NOTHING_TO_SHIFT where there are none, and what the
 * first is refused with where none may be given to them.
 */
export async function shiftRequests(
  deps: Deps,
  actor: User,
  departmentId: string,
  { from, to, requests, note = '' }: Shift,
  key: string,
): Promise<string> {
  const open = await deps.db.supportRequest.findMany({
    where: { departmentId, ownerId: from, status: 'open', deal: { status: 'open' } },
    select: { dealId: true, id: true },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }, { id: 'asc' }],
  })
  if (open.length === 0)
    throw new DomainError('SUPPORT_NOTHING_TO_SHIFT', 'There is nothing open to give on any more. Reload the board.', {
      department: departmentId,
    })
  const targets: { dealId: string; target: string }[] = []
  let refusal: unknown
  for (const { dealId, id } of open) {
    if (targets.length === requests) break
    try {
      await requireRightToRequest(deps, actor, { dealId, id }, { to })
      targets.push({ dealId, target: id })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      refusal ??= error
    }
  }
  if (targets.length === 0) throw refusal
  const asked: AskedChange = { names: ['request'], event: { kind: 'support-handed-over', to, note } }
  return beginBatch(deps, actor, { asked, targets }, key)
}
