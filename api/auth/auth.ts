import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import type { Db } from '../../prisma/client.ts'

type Settings = { secret: string; publicUrl: string }

/** Sign-in with e-mail and password, in sessions. Nobody signs up: an admin makes users. */
export function createAuth(db: Db, { secret, publicUrl }: Settings) {
  return betterAuth({
    secret,
    baseURL: publicUrl,
    // Cookies are same-site, and the screens come from wherever the API was reached.
    trustedOrigins: (request) => [
      publicUrl,
      ...(request?.headers.get('origin')?.endsWith(`//${request.headers.get('host')}`)
        ? [request.headers.get('origin') ?? '']
        : []),
    ],
    database: prismaAdapter(db, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    account: { modelName: 'credential' },
    user: { additionalFields: { role: { type: 'string', input: false } } },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })
}

export type Auth = ReturnType<typeof createAuth>
