import { DomainError } from '#engine/deal'
import type { AskedChange } from '../../workflows/batches-client.ts'
import { beginBatch } from '../batches/begin-batch.ts'
import { refusalsOf } from '../deals/right-to-request.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { Shift } from './contract.ts'

/** Requests whose authority is judged at once, with the states of their deals. */
const judgedAtOnce = 100

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
    select: { dealId: true, id: true, name: true },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }, { id: 'asc' }],
  })
  if (open.length === 0)
    throw new DomainError('SUPPORT_NOTHING_TO_SHIFT', 'There is nothing open to give on any more. Reload the board.', {
      department: departmentId,
    })
  const targets: { dealId: string; target: string }[] = []
  let refusal: DomainError | undefined
  for (let first = 0; first < open.length && targets.length < requests; first += judgedAtOnce) {
    const some = open.slice(first, first + judgedAtOnce)
    const refusals = await refusalsOf(deps, actor, { departmentId, ownerId: from }, some, to)
    for (const [n, { dealId, id }] of some.entries())
      if (refusals[n]) refusal ??= refusals[n]
      else targets.push({ dealId, target: id })
  }
  if (targets.length === 0) throw refusal
  const asked: AskedChange = { names: ['request'], event: { kind: 'support-handed-over', to, note } }
  return beginBatch(deps, actor, { asked, targets: targets.slice(0, requests) }, key)
}
