import { type DealEventKind, DomainError } from '#engine/deal'
import { standsIn } from '../calendars/absences.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'

/** The steps of a support request that its department takes; the others are the seller's. */
export const forDepartments: readonly DealEventKind[] = [
  'support-answered',
  'support-accepted',
  'support-asked-back',
  'support-handed-over',
]

/**
 * Refuses whoever may not take a department's step on a request: another department, one who hands over what a colleague
 * has, save who stands in for them, or a hand-over out of the department. A request that is not there is left to the
 * deal to refuse.
 */
export async function requireRightToRequest(
  deps: Deps,
  actor: User,
  where: { dealId: string; id: string },
  { to }: { to?: string },
): Promise<void> {
  const { db } = deps
  const request = await db.supportRequest.findUnique({ where: { dealId_id: where } })
  if (!request) return
  const { name, departmentId, ownerId } = request
  const mayMoveAll = actor.role === 'admin' || actor.role === 'manager'
  if (!mayMoveAll && !actor.departments.includes(departmentId))
    throw new DomainError('SUPPORT_REQUEST_NOT_YOURS', `The request “${name}” is for another department.`, {
      request: where.id,
    })
  if (to === undefined) return
  if (!mayMoveAll && ownerId && ownerId !== actor.id && !(await standsIn(deps, ownerId, actor.id)))
    throw new DomainError(
      'SUPPORT_REQUEST_HELD',
      `Somebody else has the request “${name}”. Ask them or a manager to hand it over.`,
      { request: where.id, owner: ownerId },
    )
  if (await db.departmentMember.count({ where: { departmentId, userId: to } })) return
  throw new DomainError(
    'COLLEAGUE_NOT_IN_DEPARTMENT',
    `A request stays within its department. Choose a member of ${departmentId}.`,
    { to, department: departmentId },
  )
}
