import { type DealEvent, type DealEventKind, DomainError } from '#engine/deal'
import { standsInFor } from '../calendars/absences.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { type Authority, authoritiesOver } from '../routing/authority-over.ts'

/** The steps of a support request that its department takes; the others are the seller's. */
export const forDepartments: readonly DealEventKind[] = [
  'support-answered',
  'support-accepted',
  'support-asked-back',
  'support-handed-over',
]

type Held = { departmentId: string; ownerId: string | null }
type Request = { dealId: string; id: string; name: string }

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
 * Refuses whoever may not take a department's step on a request, as `refusalsOf` says. A request that is not there is left to
 * the deal to refuse.
 */
export async function requireRightToRequest(
  deps: Deps,
  actor: User,
  where: { dealId: string; id: string },
  step: { to?: string } | DealEvent,
): Promise<void> {
  const request = await deps.db.supportRequest.findUnique({ where: { dealId_id: where } })
  if (!request) return
  const [refusal] = await refusalsOf(deps, actor, request, [request], 'to' in step ? step.to : undefined)
  if (refusal) throw refusal
}

/**
 * Why somebody may not take a department's step on requests that one person has, or nobody, in their order; undefined of those
 * on which they may. Refused are another department, one who hands over what is not theirs to give, a hand-over out of
 * the department, and whoever it is above: who takes it, or is to be given it. Its segment's process owner may
 * take any. What they have in common is read once.
 */
export async function refusalsOf(
  deps: Deps,
  actor: User,
  { departmentId, ownerId }: Held,
  requests: Request[],
  to?: string,
): Promise<(DomainError | undefined)[]> {
  if (!movesAll(actor) && !actor.departments.includes(departmentId))
    return requests.map(
      ({ id, name }) =>
        new DomainError('SUPPORT_REQUEST_NOT_YOURS', `The request “${name}” is for another department.`, {
          request: id,
        }),
    )
  const overs = await authoritiesOver(deps, departmentId, requests)
  const over = requests.map((request, n) => ({ request, over: overs[n] as Authority }))
  if (to === undefined)
    return over.map(({ request, over }) => refuseAuthority(over, actor, { ...request, departmentId }))
  if (!(await handsOver(deps, actor))({ departmentId, ownerId }))
    return requests.map(({ id, name }) => heldByAnother(id, name, ownerId))
  const [isAmongManagers, isMember] = await Promise.all([
    departmentId === '' && isManager(deps, to),
    deps.db.departmentMember.count({ where: { departmentId, userId: to } }),
  ])
  return over.map(({ request, over }) => {
    if (to === over.processOwner || isAmongManagers) return undefined
    return isMember ? refuseTaking(over, to, request) : outOfDepartment(to, departmentId)
  })
}

const heldByAnother = (request: string, name: string, owner: string | null): DomainError =>
  new DomainError(
    'SUPPORT_REQUEST_HELD',
    `Somebody else has the request “${name}”. Ask them, who leads the department or a manager to hand it over.`,
    { request, ...(owner && { owner }) },
  )

const outOfDepartment = (to: string, department: string): DomainError =>
  new DomainError(
    'COLLEAGUE_NOT_IN_DEPARTMENT',
    department === ''
      ? 'A request to a manager stays with managers. Choose one of them.'
      : `A request stays within its department. Choose a member of ${department}.`,
    { to, department },
  )

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
function refuseAuthority(
  over: Authority,
  actor: User,
  request: { id: string; name: string; departmentId: string },
): DomainError | undefined {
  const isAmongThem = actor.departments.includes(request.departmentId) || request.departmentId === ''
  if (actor.role === 'manager' && actor.id !== over.processOwner && !isAmongThem)
    return new DomainError(
      'SUPPORT_REQUEST_NOT_YOURS',
      `The request “${request.name}” is for another department. Hand it over, or let the process owner answer it.`,
      { request: request.id },
    )
  return refuseTaking(over, actor.id, request)
}

function refuseTaking(
  { mayTake, asked }: Authority,
  person: string,
  { id, name }: { id: string; name: string },
): DomainError | undefined {
  if (mayTake(person)) return undefined
  return new DomainError(
    'AUTHORITY_EXCEEDED',
    `The request “${name}” is above what they may take${asked.amount === undefined ? '' : `, at an amount of ${asked.amount}`}. Choose somebody who may, or leave it to the segment’s process owner.`,
    { request: id, person, ...(asked.amount !== undefined && { amount: asked.amount }) },
  )
}
