import { DomainError } from '#engine/deal'
import { openDeal as openRowAndWorkflow } from '../../workflows/open-deal.ts'
import type { Deps } from '../deps.ts'
import { freeFormVersion } from '../models/free-form-version.ts'
import { modelOf } from '../models/publish-model.ts'
import { newestVersion } from '../models/version-of.ts'
import type { User } from '../people/contract.ts'
import type { NewDeal } from './contract.ts'

/**
 * Opens a deal on its segment's newest version, or without a model where it has none and the request says so. Asked again with the same key it
 * goes on with what it began.
 */
export async function openDeal(means: Deps, actor: User, deal: NewDeal, key: string): Promise<string> {
  const { db, newId } = means
  const version = await versionToOpenOn(means, deal)
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

/** The newest version; where there is none, the free form, if the deal may have it. */
async function versionToOpenOn({ db, newId }: Deps, { segmentId, name, freeForm }: NewDeal) {
  const model = await modelOf(db, segmentId)
  const newest = await newestVersion(db, model.id)
  if (newest) return newest
  if (freeForm) return freeFormVersion({ db, newId }, model.id, segmentId)
  throw new DomainError(
    'MODEL_NOT_PUBLISHED',
    'This segment has no published model yet. Open the deal without one, or ask sales operations to publish one.',
    { segment: segmentId, deal: name },
  )
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
