import { createHash } from 'node:crypto'
import type { Request } from 'express'
import { DomainError } from '#engine/deal'
import type { Actor } from '../auth/roles.ts'
import type { Deps } from '../deps.ts'

type Answered = { status: number; answer: unknown }

/**
 * Runs a write once for its Idempotency-Key: a repetition gets the first answer, and a key that comes back with another
 * request is refused. Without a key the write gets one of its own. Refusals are not kept: what was refused may be asked again.
 */
export async function onceOnly(
  { db, newId }: Deps,
  actor: Actor,
  request: Request,
  write: (key: string) => Promise<Answered>,
): Promise<Answered> {
  const key = request.get('idempotency-key')
  if (!key) return write(newId())
  if (key.length > 100)
    throw new DomainError('REQUEST_INVALID', 'The Idempotency-Key is longer than 100 characters. Use a shorter one.')
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.originalUrl} ${JSON.stringify(request.body ?? null)}`)
    .digest('hex')
  const before = await db.idempotencyKey.findUnique({ where: { userId_key: { userId: actor.id, key } } })
  if (before && before.requestHash !== requestHash)
    throw new DomainError(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key was used for another request. Use a new key for each write.',
      { key },
    )
  if (before) return { status: before.status, answer: before.response }
  const { status, answer } = await write(key)
  const response = (answer ?? {}) as object
  await db.idempotencyKey.upsert({
    where: { userId_key: { userId: actor.id, key } },
    create: { key, userId: actor.id, requestHash, status, response },
    update: {},
  })
  return { status, answer }
}
