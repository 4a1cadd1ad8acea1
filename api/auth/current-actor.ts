import { fromNodeHeaders } from 'better-auth/node'
import type { Request, Response } from 'express'
import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { refusal } from '../http/problem.ts'
import { roleSchema, type User } from '../people/contract.ts'
import type { Auth } from './auth.ts'

/** The person whose session a request carries, which is prolonged. Throws `NOT_SIGNED_IN` where there is none. */
export async function currentActor({ auth, db }: Deps, request: Request, response: Response): Promise<User> {
  const session = await sessionOf(auth, request, response)
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

async function sessionOf(auth: Auth, request: Request, response: Response) {
  const headers = fromNodeHeaders(request.headers)
  const found = await auth.api.getSession({ headers, returnHeaders: true }).catch((error: unknown) => {
    // It hides what went wrong; the only thing that it asks is the database.
    throw refusal(
      'SERVICE_UNAVAILABLE',
      'Your session cannot be read, since the database is out of reach. Try again in a moment.',
      error,
    )
  })
  for (const cookie of found.headers.getSetCookie()) response.append('set-cookie', cookie)
  return found.response
}
