import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { NewUser } from '../people/contract.ts'

/** Makes a user who can sign in at once. An address that is taken is refused. */
export async function createUser(
  { db, auth, newId }: Pick<Deps, 'db' | 'auth' | 'newId'>,
  user: NewUser,
): Promise<string> {
  const email = user.email.toLowerCase()
  if (await db.user.findUnique({ where: { email } }))
    throw new DomainError('USER_EXISTS', `There is a user with the address ${email} already.`, { email })
  await requireDepartments(db, user.departments)
  const { password } = await auth.$context
  const id = newId()
  await db.user.create({
    data: {
      id,
      name: user.name,
      email,
      emailVerified: true,
      role: user.role,
      credentials: {
        create: { id: newId(), accountId: id, providerId: 'credential', password: await password.hash(user.password) },
      },
      departments: { create: user.departments.map((departmentId) => ({ departmentId })) },
    },
  })
  return id
}

export async function requireDepartments(db: Db, ids: string[]): Promise<void> {
  const known = await db.department.findMany({ where: { id: { in: ids } }, select: { id: true } })
  const unknown = ids.find((id) => !known.some((department) => department.id === id))
  if (unknown !== undefined)
    throw new DomainError('REQUEST_INVALID', `There is no department ${unknown}. Choose one from the list.`, {
      department: unknown,
    })
}

/** Makes the first admin of an empty installation. */
export async function ensureAdmin(
  deps: Pick<Deps, 'db' | 'auth' | 'newId'>,
  admin: { email: string; password: string },
): Promise<void> {
  if ((await deps.db.user.count()) === 0)
    await createUser(deps, { ...admin, name: 'Administrator', role: 'admin', departments: [] })
}
