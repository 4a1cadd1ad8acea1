import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { NewAbsence } from './contract.ts'

/** Records that somebody is away; who stands in is of a department of theirs. A resource owner records their own. */
export async function recordAbsence({ db, newId }: Deps, actor: User, absence: NewAbsence): Promise<{ id: string }> {
  const { userId, from, until, delegateId } = absence
  requireOwn(actor, userId)
  const user = await db.user.findUnique({ where: { id: userId }, include: { departments: true } })
  if (!user) throw new DomainError('USER_NOT_FOUND', 'There is no such user. Reload the list.', { user: userId })
  if (delegateId !== undefined) {
    const departments = user.departments.map(({ departmentId }) => departmentId)
    const stands = await db.departmentMember.count({
      where: { userId: delegateId, departmentId: { in: departments } },
    })
    if (!stands || delegateId === userId)
      throw new DomainError('COLLEAGUE_NOT_IN_DEPARTMENT', 'Who stands in is a colleague of the same department.', {
        to: delegateId,
      })
  }
  const id = newId()
  await db.absence.create({ data: { id, userId, from, until, delegateId: delegateId ?? null } })
  return { id }
}

/** Takes back an absence, as when somebody comes back early. */
export async function removeAbsence({ db }: Deps, actor: User, id: string): Promise<{ id: string }> {
  const absence = await db.absence.findUnique({ where: { id } })
  if (!absence) throw new DomainError('ABSENCE_NOT_FOUND', 'There is no such absence. Reload the list.', { id })
  requireOwn(actor, absence.userId)
  await db.absence.deleteMany({ where: { id } })
  return { id }
}

function requireOwn(actor: User, userId: string): void {
  if (actor.role === 'resource-owner' && actor.id !== userId)
    throw new DomainError('NOT_ALLOWED', 'Another’s absence is recorded by a manager or an admin.', { user: userId })
}

/** The colleagues who are away now and for whom somebody stands in. */
export async function standsInFor({ db, now }: Deps, delegateId: string): Promise<string[]> {
  const at = now()
  const where = { delegateId, from: { lte: at }, until: { gt: at } }
  return (await db.absence.findMany({ where, select: { userId: true } })).map(({ userId }) => userId)
}
