import { z } from 'zod'

const configSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATABASE_URL: z.string().min(1, 'set DATABASE_URL to a PostgreSQL address'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  KEYNODE_TASK_QUEUE: z.string().default('keynode'),
  BETTER_AUTH_SECRET: z.string().min(16, 'set BETTER_AUTH_SECRET to a long random text'),
  KEYNODE_PUBLIC_URL: z.url().optional(),
  /** How many proxies of ours stand in front of the API, whose X-Forwarded-For it believes. */
  KEYNODE_PROXIES: z.coerce.number().int().min(0).default(0),
  /** Whether webhooks may go to addresses of our own network, and without TLS. */
  KEYNODE_PRIVATE_WEBHOOKS: z.stringbool().default(false),
  KEYNODE_ADMIN_EMAIL: z.string().optional(),
  KEYNODE_ADMIN_PASSWORD: z.string().optional(),
})

/** Settings of the API process, read from the environment once. */
export function readConfig(env: Record<string, string | undefined>) {
  const config = configSchema.parse(env)
  const admin =
    config.KEYNODE_ADMIN_EMAIL && config.KEYNODE_ADMIN_PASSWORD
      ? { email: config.KEYNODE_ADMIN_EMAIL, password: config.KEYNODE_ADMIN_PASSWORD }
      : undefined
  return {
    port: config.PORT,
    databaseUrl: config.DATABASE_URL,
    temporal: {
      address: config.TEMPORAL_ADDRESS,
      namespace: config.TEMPORAL_NAMESPACE,
      taskQueue: config.KEYNODE_TASK_QUEUE,
    },
    secret: config.BETTER_AUTH_SECRET,
    publicUrl: config.KEYNODE_PUBLIC_URL ?? `http://localhost:${config.PORT}`,
    privateWebhooks: config.KEYNODE_PRIVATE_WEBHOOKS,
    proxies: config.KEYNODE_PROXIES,
    admin,
  }
}

export type Config = ReturnType<typeof readConfig>
