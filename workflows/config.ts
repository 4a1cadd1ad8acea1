import { z } from 'zod'

const configSchema = z.object({
  DATABASE_URL: z.string().min(1, 'set DATABASE_URL to a PostgreSQL address'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  KEYNODE_TASK_QUEUE: z.string().default('keynode'),
  /** A bundle of the workflows that was made before; made at the start where left out. */
  KEYNODE_WORKFLOWS: z.string().optional(),
})

/** Settings of the worker process, read from the environment once. */
export function readConfig(env: Record<string, string | undefined>) {
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, KEYNODE_TASK_QUEUE, KEYNODE_WORKFLOWS } =
    configSchema.parse(env)
  return {
    databaseUrl: DATABASE_URL,
    address: TEMPORAL_ADDRESS,
    namespace: TEMPORAL_NAMESPACE,
    taskQueue: KEYNODE_TASK_QUEUE,
    ...(KEYNODE_WORKFLOWS !== undefined && { bundle: KEYNODE_WORKFLOWS }),
  }
}
