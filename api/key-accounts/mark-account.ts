import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { Mark } from './contract.ts'

/** Marks an account as one that managers look after; marked again it keeps the newer reason. Throws ACCOUNT_NOT_FOUND. */
export async function markAccount(
  { db, now }: Deps,
  actor: User,
  accountId: string,
  { reason }: Mark,
): Promise<{ id: string }> {
  if (!(await db.account.count({ where: { id: accountId } })))
    throw new DomainError('ACCOUNT_NOT_FOUND', 'There is no such account. Choose one from the list.', {
      account: accountId,
    })
  const mark = { reason, markedBy: actor.id, markedAt: now() }
  await db.keyAccount.upsert({ where: { accountId }, create: { accountId, ...mark }, update: mark })
  return { id: accountId }
}

/** Takes the mark away. Throws KEY_ACCOUNT_NOT_FOUND. */
export async function unmarkAccount({ db }: Deps, accountId: string): Promise<{ id: string }> {
  await markedAccount(db, accountId)
  await db.keyAccount.deleteMany({ where: { accountId } })
  return { id: accountId }
}

/** Throws KEY_ACCOUNT_NOT_FOUND. */
export async function markedAccount(db: Db, accountId: string) {
  const found = await db.keyAccount.findUnique({
    where: { accountId },
    include: { account: { select: { id: true, name: true } } },
  })
  if (found) return found
  throw new DomainError('KEY_ACCOUNT_NOT_FOUND', 'The account is no key account any more. Mark it to see it here.', {
    account: accountId,
  })
}
