import { createHash } from 'node:crypto'
import type { Request } from 'express'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'

type Answered = { status: number; answer: unknown }

/** A write that is older than this and has no answer was cut off; it may be taken up again. */
const cutOffMs = 60_000
/** Answers are kept so long that whoever lost a connection has long since asked again. */
const keptMs = 30 * 24 * 3_600_000

/**
 * Runs a write once for its Idempotency-Key: a repetition gets the first answer, one that comes while the first is still
 * being worked is told so, and a key that comes back with another request is refused. Without a key the write gets one of
 * its own. Refusals are not kept: what was refused may be asked again. The key that the write works with is the asker's
 * own: two people who send the same one do not meet. `sent` is what the request carries, as plain JSON.
 */
export async function onceOnly(
  { db, newId, now }: Deps,
  actor: User,
  request: Request,
  sent: unknown,
  write: (key: string) => Promise<Answered>,
): Promise<Answered> {
  const key = request.get('idempotency-key')
  if (!key) return write(newId())
  if (key.length > 100)
    throw new DomainError('REQUEST_INVALID', 'The Idempotency-Key is longer than 100 characters. Use a shorter one.')
  const row = { userId: actor.id, key }
  const asked = hash(`${request.method} ${request.originalUrl} ${JSON.stringify(sent ?? null)}`)
  const before = await claim(db, row, asked, now())
  if (before) return before
  return write(hash(`${actor.id} ${key}`).slice(0, 32)).then(
    async ({ status, answer }) => {
      await db.idempotencyKey.update({
        where: { userId_key: row },
        data: { status, response: (answer ?? {}) as object },
      })
      return { status, answer }
    },
    async (failure: unknown) => {
      await db.idempotencyKey.deleteMany({ where: row }).catch(() => undefined)
      throw failure
    },
  )
}

/** Forgets answers that nobody asks for again. */
export async function forgetOldAnswers({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(now().getTime() - keptMs) } } })
}

/** Takes a key for a write, or gives the answer that it has already. */
async function claim(
  db: Db,
  row: { userId: string; key: string },
  requestHash: string,
  createdAt: Date,
): Promise<Answered | undefined> {
  const { count } = await db.idempotencyKey.createMany({
    data: { ...row, requestHash, createdAt },
    skipDuplicates: true,
  })
  if (count === 1) return undefined
  const before = await db.idempotencyKey.findUnique({ where: { userId_key: row } })
  if (before && before.requestHash !== requestHash)
    throw new DomainError(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key was used for another request. Use a new key for each write.',
      { key: row.key },
    )
  if (before && before.status !== null) return { status: before.status, answer: before.response }
  // Of several that find a write cut off, the one that moves its time takes it up. A time to come is one of a clock that was set back.
  const takenUp =
    before &&
    Math.abs(createdAt.getTime() - before.createdAt.getTime()) > cutOffMs &&
    (await db.idempotencyKey.updateMany({
      where: { ...row, status: null, createdAt: before.createdAt },
      data: { createdAt },
    }))
  if (takenUp && takenUp.count === 1) return undefined
  throw new DomainError('REQUEST_IN_PROGRESS', 'This very request is still being worked. Ask again in a moment.', {
    key: row.key,
  })
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
