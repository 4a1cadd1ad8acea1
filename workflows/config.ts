import { z } from 'zod'
import { usualWebhooks } from './webhooks/webhook-settings.ts'

const configSchema = z
  .object({
    DATABASE_URL: z.string().min(1, 'set DATABASE_URL to a PostgreSQL address'),
    TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
    TEMPORAL_NAMESPACE: z.string().default('default'),
    KEYNODE_TASK_QUEUE: z.string().default('keynode'),
    /** A bundle of the workflows that was made before; made at the start where left out. */
    KEYNODE_WORKFLOWS: z.string().optional(),
    PORT: z.coerce.number().default(3000),
    /** Where people open the product: what mails lead to. */
    KEYNODE_PUBLIC_URL: z.url().optional(),
    KEYNODE_SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'write it as smtp://user:password@mail.example.com:587, or smtps://…:465' })
      .or(z.literal(''))
      .default(''),
    KEYNODE_MAIL_FROM: z.string().default(''),
    /** Whether webhooks may go to addresses of our own network, and without TLS. */
    KEYNODE_PRIVATE_WEBHOOKS: z.stringbool().default(false),
  })
  .refine(({ KEYNODE_SMTP_URL, KEYNODE_MAIL_FROM }) => !KEYNODE_SMTP_URL || KEYNODE_MAIL_FROM, {
    path: ['KEYNODE_MAIL_FROM'],
    error: 'name the sender, as in Keynode <keynode@example.com>, since KEYNODE_SMTP_URL is set',
  })

/** Settings of the worker process, read from the environment once. */
export function readConfig(env: Record<string, string | undefined>) {
  const config = configSchema.parse(env)
  const { KEYNODE_WORKFLOWS: bundle, KEYNODE_SMTP_URL: server, KEYNODE_MAIL_FROM: from } = config
  return {
    databaseUrl: config.DATABASE_URL,
    address: config.TEMPORAL_ADDRESS,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.KEYNODE_TASK_QUEUE,
    publicUrl: config.KEYNODE_PUBLIC_URL ?? `http://localhost:${config.PORT}`,
    webhooks: { ...usualWebhooks, mayBePrivate: config.KEYNODE_PRIVATE_WEBHOOKS },
    ...(bundle !== undefined && { bundle }),
    ...(server && { mail: { server, from } }),
  }
}
