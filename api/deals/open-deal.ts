import { DomainError } from '#engine/deal'
import { openDeal as openRowAndWorkflow } from '../../workflows/open-deal.ts'
import type { Deps } from '../deps.ts'
import { modelOf } from '../models/publish-model.ts'
import type { User } from '../people/contract.ts'

export type NewDeal = { segmentId: string; name: string; account?: string | undefined; ownerId?: string | undefined }

/** Opens a deal on its segment's newest version. Asked again with the same key it goes on with what it began. */
export async function openDeal(means: Deps, actor: User, deal: NewDeal, key: string): Promise<string> {
  const { db, newId } = means
  const { id: modelId } = await modelOf(db, deal.segmentId)
  const version = await db.modelVersion.findFirst({ where: { modelId }, orderBy: { number: 'desc' } })
  if (!version)
    throw new DomainError(
      'MODEL_NOT_PUBLISHED',
      'This segment has no published model yet. Ask sales operations to publish one.',
      { segment: deal.segmentId },
    )
  const owner = deal.ownerId ?? actor.id
  await requireUser(db, owner)
  const externalId = `request ${actor.id} ${key}`
  const account = deal.account ? await accountNamed({ db, newId }, deal.account) : undefined
  return openRowAndWorkflow(means, {
    externalId,
    eventId: key,
    by: actor.id,
    name: deal.name,
    segmentId: deal.segmentId,
    version,
    owner,
    account,
    observations: [],
  })
}

async function accountNamed({ db, newId }: Pick<Deps, 'db' | 'newId'>, name: string): Promise<string> {
  return db.$transaction(async (tx) => {
    // Two deals that name a new account at once would both make it; the lock makes them take turns.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`account ${name}`}))`
    const known = await tx.account.findFirst({ where: { name } })
    return known?.id ?? (await tx.account.create({ data: { id: newId(), name } })).id
  })
}

async function requireUser(db: Deps['db'], id: string): Promise<void> {
  if (await db.user.findUnique({ where: { id }, select: { id: true } })) return
  throw new DomainError('USER_NOT_FOUND', 'There is no such user to own the deal. Choose one from the list.', {
    user: id,
  })
}
