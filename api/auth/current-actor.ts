import { fromNodeHeaders } from 'better-auth/node'
import type { Request } from 'express'
import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { roleSchema, type User } from '../people/contract.ts'

/** The person whose session a request carries. Throws `NOT_SIGNED_IN` where there is none. */
export async function currentActor({ auth, db }: Deps, request: Request): Promise<User> {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  if (!session)
    throw new DomainError('NOT_SIGNED_IN', 'You are not signed in, or your session has ended. Sign in and try again.')
  const { id, name, email, role } = session.user
  const memberships = await db.departmentMember.findMany({ where: { userId: id }, select: { departmentId: true } })
  return {
    id,
    name,
    email,
    role: roleSchema.parse(role),
    departments: memberships.map(({ departmentId }) => departmentId),
  }
}
