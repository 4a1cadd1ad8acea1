import { createHmac } from 'node:crypto'

/** What a message is signed with: `whsec_` and a key in base64. */
type Secrets = { secret: string; oldSecret: string | null; oldSecretUntil: Date | null }

/** The headers of Standard Webhooks: a signature by each secret that holds at `now`, the newest first. */
export function signedHeaders(id: string, payload: string, secrets: Secrets, now: Date): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000).toString()
  const isOldValid = secrets.oldSecretUntil !== null && secrets.oldSecretUntil > now
  const valid = [secrets.secret, ...(isOldValid && secrets.oldSecret ? [secrets.oldSecret] : [])]
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': valid.map((secret) => `v1,${signature(secret, `${id}.${timestamp}.${payload}`)}`).join(' '),
  }
}

const signature = (secret: string, signed: string): string =>
  createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(signed)
    .digest('base64')
