import { execFileSync } from 'node:child_process'
import { LaunchError } from './launch-error.ts'

export type PostgresUser = { uid: number; gid: number }

/** Where things stand that root makes for PostgreSQL's own user, who cannot come into root's folders. */
export const shared = '/var/lib/keynode'

/** PostgreSQL refuses to run as root; root then runs it as this user, who is made where there is none. */
export function postgresUser(): PostgresUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  try {
    return idsOf('postgres')
  } catch {
    return make('postgres')
  }
}

function make(name: string): PostgresUser {
  try {
    run('useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name)
    return idsOf(name)
  } catch (cause) {
    throw new LaunchError(
      `PostgreSQL does not run as root, and a user “${name}” to run it as could not be made (${cause instanceof Error ? cause.message.split('\n')[0] : cause}). Start Keynode as another user than root, or set DATABASE_URL to a PostgreSQL that runs already.`,
    )
  }
}

const idsOf = (name: string): PostgresUser => ({
  uid: Number(run('id', '-u', name)),
  gid: Number(run('id', '-g', name)),
})

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
