import { type DealEvent, type DealEventKind, DomainError } from '#engine/deal'
import { standsInFor } from '../calendars/absences.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { type Authority, authorityOver } from '../routing/authority-over.ts'

/** The steps of a support request that its department takes; the others are the seller's. */
export const forDepartments: readonly DealEventKind[] = [
  'support-answered',
  'support-accepted',
  'support-asked-back',
  'support-handed-over',
]

type Held = { departmentId: string; ownerId: string | null }

/**
 * Which requests somebody may give to another of their department: what they have themselves, what nobody has, what somebody
 * has for whom they stand in, and all of a department that they lead. A manager gives on any.
 */
export async function handsOver(deps: Deps, actor: User): Promise<(request: Held) => boolean> {
  if (movesAll(actor)) return () => true
  const [absent, led] = await Promise.all([
    standsInFor(deps, actor.id),
    deps.db.departmentMember.findMany({ where: { userId: actor.id, lead: true }, select: { departmentId: true } }),
  ])
  return ({ departmentId, ownerId }) =>
    actor.departments.includes(departmentId) &&
    (ownerId === null ||
      ownerId === actor.id ||
      absent.includes(ownerId) ||
      led.some((one) => one.departmentId === departmentId))
}

const movesAll = ({ role }: User): boolean => role === 'admin' || role === 'manager'

/**
 * Refuses whoever may not take a department's step on a request: another department, one who hands over what is not theirs to
 * give, a hand-over out of the department, and whoever it is above: who takes it, or is to be given it. Its segment's process
 * owner may take any. A request that is not there is left to the deal to refuse.
 */
export async function requireRightToRequest(
  deps: Deps,
  actor: User,
  where: { dealId: string; id: string },
  step: { to?: string } | DealEvent,
): Promise<void> {
  const { db } = deps
  const to = 'to' in step ? step.to : undefined
  const request = await db.supportRequest.findUnique({ where: { dealId_id: where } })
  if (!request) return
  const { name, departmentId, ownerId } = request
  if (!movesAll(actor) && !actor.departments.includes(departmentId))
    throw new DomainError('SUPPORT_REQUEST_NOT_YOURS', `The request “${name}” is for another department.`, {
      request: where.id,
    })
  const over = await authorityOver(deps, where, departmentId)
  if (to === undefined) return requireAuthority(over, actor, { ...request, id: where.id })
  if (!(await handsOver(deps, actor))(request))
    throw new DomainError(
      'SUPPORT_REQUEST_HELD',
      `Somebody else has the request “${name}”. Ask them, who leads the department or a manager to hand it over.`,
      { request: where.id, ...(ownerId && { owner: ownerId }) },
    )
  if (to === over.processOwner || (departmentId === '' && (await isManager(deps, to)))) return
  if (await db.departmentMember.count({ where: { departmentId, userId: to } })) return requireMay(over, to, request)
  throw new DomainError(
    'COLLEAGUE_NOT_IN_DEPARTMENT',
    departmentId === ''
      ? 'A request to a manager stays with managers. Choose one of them.'
      : `A request stays within its department. Choose a member of ${departmentId}.`,
    { to, department: departmentId },
  )
}

const isManager = async ({ db }: Deps, id: string): Promise<boolean> =>
  (await db.user.count({ where: { id, role: 'manager' } })) > 0

/** Whether somebody may accept and answer a request, as far as that does not depend on who has it. */
export async function mayAnswer(deps: Deps, actor: User, where: { dealId: string; id: string }): Promise<boolean> {
  try {
    await requireRightToRequest(deps, actor, where, {})
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

/** A manager moves requests; to answer one of another department is for the segment's process owner alone. */
function requireAuthority(
  over: Authority,
  actor: User,
  request: { id: string; name: string; departmentId: string },
): void {
  const isAmongThem = actor.departments.includes(request.departmentId) || request.departmentId === ''
  if (actor.role === 'manager' && actor.id !== over.processOwner && !isAmongThem)
    throw new DomainError(
      'SUPPORT_REQUEST_NOT_YOURS',
      `The request “${request.name}” is for another department. Hand it over, or let the process owner answer it.`,
      { request: request.id },
    )
  requireMay(over, actor.id, request)
}

function requireMay({ mayTake, asked }: Authority, person: string, { id, name }: { id: string; name: string }): void {
  if (mayTake(person)) return
  throw new DomainError(
    'AUTHORITY_EXCEEDED',
    `The request “${name}” is above what they may take${asked.amount === undefined ? '' : `, at an amount of ${asked.amount}`}. Choose somebody who may, or leave it to the segment’s process owner.`,
    { request: id, person, ...(asked.amount !== undefined && { amount: asked.amount }) },
  )
}
