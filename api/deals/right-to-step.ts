import { type DealEvent, DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { forDepartments, requireRightToRequest } from './right-to-request.ts'

/** Refuses a step that its deal could take, and that this person may not, or that names a colleague or department who is not there. */
export async function requireRightToStep(deps: Deps, actor: User, dealId: string, event: DealEvent): Promise<void> {
  if ('request' in event && forDepartments.includes(event.kind))
    await requireRightToRequest(deps, actor, { dealId, id: event.request }, event)
  if (event.kind === 'deal-locked' || event.kind === 'deal-unlocked') await requireRightToLock(deps, actor, event)
  if (event.kind === 'objection-planned') await requireDealWorker(deps, dealId, event.owner)
  if (event.kind === 'task-added') await requireDealWorker(deps, dealId, event.assignee)
  if (event.kind === 'deviated' && event.deviation.kind === 'add-action')
    await requireDealWorker(deps, dealId, event.deviation.assignee)
  if (event.kind === 'support-requested') await requireSomebodyToAsk(deps, event)
}

/** A department's lock is its members' to set and to release, and any manager's. */
async function requireRightToLock(deps: Deps, actor: User, { department }: { department: string }): Promise<void> {
  await requireDepartment(deps, department)
  if (actor.role !== 'resource-owner' || actor.departments.includes(department)) return
  throw new DomainError('LOCK_NOT_YOURS', 'You are no member of that department. Lock for one of your own.', {
    department,
  })
}

async function requireSomebodyToAsk(deps: Deps, { of }: DealEvent & { kind: 'support-requested' }): Promise<void> {
  if (of.kind === 'department') return requireDepartment(deps, of.department)
  if (await deps.db.user.count({ where: { id: of.manager, role: 'manager' } })) return
  throw new DomainError('USER_NOT_FOUND', 'There is no such manager. Choose one from the list of managers.', {
    manager: of.manager,
  })
}

/** Whoever answers for an objection's plan, or owes a task, has to be able to work the deal: its owner, or a manager. */
async function requireDealWorker({ db }: Deps, dealId: string, user: string | undefined): Promise<void> {
  if (user === undefined || (await db.user.count({ where: { id: user, role: 'manager' } }))) return
  if (await db.deal.count({ where: { id: dealId, ownerId: user } })) return
  throw new DomainError(
    'USER_NOT_FOUND',
    'Only the deal’s owner or a manager answers for a plan, or owes a task. Choose one of them.',
    { user },
  )
}

/** Throws DEPARTMENT_NOT_FOUND. */
export async function requireDepartment({ db }: Deps, department: string): Promise<void> {
  if (await db.department.count({ where: { id: department } })) return
  throw new DomainError('DEPARTMENT_NOT_FOUND', 'There is no such department. Choose one from the list.', {
    department,
  })
}
