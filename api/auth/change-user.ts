import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { ChangedUser } from '../people/contract.ts'
import { requireDepartments } from './create-user.ts'

/** Changes a user. A new password ends their sessions; the last admin stays one. */
export async function changeUser({ db, auth }: Deps, id: string, change: ChangedUser): Promise<string> {
  const user = await db.user.findUnique({ where: { id } })
  if (!user) throw new DomainError('USER_NOT_FOUND', 'There is no such user. Reload the list.', { user: id })
  if (user.role === 'admin' && change.role !== 'admin' && (await db.user.count({ where: { role: 'admin' } })) === 1)
    throw new DomainError('NOT_ALLOWED', `“${user.name}” is the only admin. Make another one first.`, { user: id })
  await requireDepartments(db, change.departments)
  const hash = change.password && (await (await auth.$context).password.hash(change.password))
  await db.$transaction([
    db.user.update({ where: { id }, data: { name: change.name, role: change.role } }),
    db.departmentMember.deleteMany({ where: { userId: id, departmentId: { notIn: change.departments } } }),
    db.departmentMember.createMany({
      data: change.departments.map((departmentId) => ({ departmentId, userId: id })),
      skipDuplicates: true,
    }),
    ...(hash
      ? [
          db.credential.updateMany({ where: { userId: id, providerId: 'credential' }, data: { password: hash } }),
          db.session.deleteMany({ where: { userId: id } }),
        ]
      : []),
  ])
  return id
}
