import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { Role } from './roles.ts'

export type NewUser = { name: string; email: string; password: string; role: Role; departments: string[] }

/** Makes a user who can sign in at once. An address that is taken is refused. */
export async function createUser(
  { db, auth, newId }: Pick<Deps, 'db' | 'auth' | 'newId'>,
  user: NewUser,
): Promise<string> {
  const email = user.email.toLowerCase()
  if (await db.user.findUnique({ where: { email } }))
    throw new DomainError('REQUEST_INVALID', `There is a user with the address ${email} already.`, { email })
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

/** Makes the first admin of an empty installation. */
export async function ensureAdmin(
  deps: Pick<Deps, 'db' | 'auth' | 'newId'>,
  admin: { email: string; password: string },
): Promise<void> {
  if ((await deps.db.user.count()) === 0)
    await createUser(deps, { ...admin, name: 'Administrator', role: 'admin', departments: [] })
}
