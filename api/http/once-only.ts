import { createHash } from 'node:crypto'
import type { Request } from 'express'
import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'

type Answered = { status: number; answer: unknown }

/** A write that is older than this and has no answer was cut off; it may be taken up again. */
const cutOffMs = 60_000

/**
 * Runs a write once for its Idempotency-Key: a repetition gets the first answer, one that comes while the first is still
 * being worked is told so, and a key that comes back with another request is refused. Without a key the write gets one of
 * its own. Refusals are not kept: what was refused may be asked again.
 */
export async function onceOnly(
  { db, newId, now }: Deps,
  actor: User,
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
  const row = { userId: actor.id, key }
  const { count } = await db.idempotencyKey.createMany({
    data: { ...row, requestHash, createdAt: now() },
    skipDuplicates: true,
  })
  if (count === 0) {
    const before = await db.idempotencyKey.findUniqueOrThrow({ where: { userId_key: row } })
    if (before.requestHash !== requestHash)
      throw new DomainError(
        'IDEMPOTENCY_KEY_REUSED',
        'This Idempotency-Key was used for another request. Use a new key for each write.',
        { key },
      )
    if (before.status !== null) return { status: before.status, answer: before.response }
    if (now().getTime() - before.createdAt.getTime() < cutOffMs)
      throw new DomainError('REQUEST_IN_PROGRESS', 'This very request is still being worked. Ask again in a moment.', {
        key,
      })
  }
  return write(key).then(
    async ({ status, answer }) => {
      await db.idempotencyKey.update({
        where: { userId_key: row },
        data: { status, response: (answer ?? {}) as object },
      })
      return { status, answer }
    },
    async (refusal: unknown) => {
      await db.idempotencyKey.deleteMany({ where: row }).catch(() => undefined)
      throw refusal
    },
  )
}
