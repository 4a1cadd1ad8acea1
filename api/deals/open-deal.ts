import { DomainError, type ObservationInput } from '#engine/deal'
import { accountNamed, openDeal as openRowAndWorkflow } from '../../workflows/open-deal.ts'
import type { Deps } from '../deps.ts'
import { freeFormVersion } from '../models/free-form-version.ts'
import { modelOf } from '../models/publish-model.ts'
import { newestVersion } from '../models/version-of.ts'
import type { User } from '../people/contract.ts'
import type { NewDeal } from './contract.ts'

/** Where a deal comes from: what names it there, the id of its opening, and what is known of it on the version that it opens on. */
export type Origin = {
  externalId: string
  eventId: string
  knownOn(version: { id: string; number: number }): Promise<ObservationInput[]>
}

/**
 * Opens a deal on its segment's newest version, or without a model where it has none and the request says so. Asked again with
 * the same key, or for the same origin, it goes on with what it began.
 */
export async function openDeal(
  means: Deps,
  actor: User,
  deal: NewDeal,
  key: string,
  origin: Origin = { externalId: `request ${actor.id} ${key}`, eventId: key, knownOn: async () => [] },
): Promise<string> {
  const { db, newId } = means
  const { externalId, eventId } = origin
  const begun = await db.deal.findUnique({ where: { externalId }, select: { modelVersion: true } })
  const version = begun?.modelVersion ?? (await versionToOpenOn(means, deal))
  const owner = deal.ownerId ?? actor.id
  await requireUser(db, owner)
  const account = deal.account ? await accountNamed({ db, newId }, deal.account) : undefined
  return openRowAndWorkflow(means, {
    externalId,
    eventId,
    by: actor.id,
    name: deal.name,
    segmentId: deal.segmentId,
    version,
    owner,
    account,
    observations: await origin.knownOn(version),
  })
}

/** The newest version; where there is none, the free form, if the deal may have it. */
export async function versionToOpenOn(
  { db, newId }: Deps,
  { segmentId, name, freeForm }: Pick<NewDeal, 'segmentId' | 'name' | 'freeForm'>,
) {
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

async function requireUser(db: Deps['db'], id: string): Promise<void> {
  if (await db.user.findUnique({ where: { id }, select: { id: true } })) return
  throw new DomainError('USER_NOT_FOUND', 'There is no such user to own the deal. Choose one from the list.', {
    user: id,
  })
}
