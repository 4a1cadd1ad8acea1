import { join, resolve } from 'node:path'
import { z } from 'zod'
import { LaunchError } from './launch-error.ts'

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback)

const configSchema = z.object({
  PORT: port(3000),
  KEYNODE_PG_PORT: port(54329),
  KEYNODE_TEMPORAL_PORT: port(7233),
  DATABASE_URL: z.string().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  KEYNODE_DATA: z.string().default('.keynode'),
})

/** Settings of a start on one machine, read from the environment once. */
export function readConfig(env: Record<string, string | undefined>) {
  const parsed = configSchema.safeParse(env)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new LaunchError(
      `The setting ${issue?.path.join('.')} cannot be used: ${issue?.message}. Correct it in the environment.`,
    )
  }
  const { data } = parsed
  const folder = resolve(data.KEYNODE_DATA)
  return {
    port: data.PORT,
    postgresPort: data.KEYNODE_PG_PORT,
    temporalPort: data.KEYNODE_TEMPORAL_PORT,
    databaseUrl: data.DATABASE_URL,
    temporalAddress: data.TEMPORAL_ADDRESS,
    folder,
    postgresFolder: join(folder, 'postgres'),
    temporalFolder: join(folder, 'bin'),
    temporalDatabase: join(folder, 'temporal.db'),
    temporalPid: join(folder, 'temporal.pid'),
    workerPid: join(folder, 'worker.pid'),
    apiPid: join(folder, 'api.pid'),
    lock: join(folder, 'start.pid'),
    running: join(folder, 'running.json'),
    secret: join(folder, 'secret'),
    firstSignIn: join(folder, 'first-sign-in.json'),
    designer: join(folder, 'designer'),
  }
}

export type Config = ReturnType<typeof readConfig>
