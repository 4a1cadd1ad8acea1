import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { modelOf } from '../models/publish-model.ts'
import type { User } from '../people/contract.ts'

export type NewDeal = { segmentId: string; name: string; account?: string | undefined; ownerId?: string | undefined }

/**
 * Opens a deal on its segment's newest version: its row first, then its workflow, whose first step fills the row. Asked
 * again with the same key it finds the row and goes on, so a failure between the two leaves nothing half opened.
 */
export async function openDeal(
  { db, deals, now, newId }: Deps,
  actor: User,
  deal: NewDeal,
  key: string,
): Promise<string> {
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
  const row = await db.deal.upsert({
    where: { externalId },
    create: {
      id: newId(),
      externalId,
      name: deal.name,
      segmentId: deal.segmentId,
      modelVersionId: version.id,
      planHash: version.planHash,
      ownerId: owner,
      status: 'open',
      seq: 0,
      openStages: [],
      state: {},
      openedAt: now(),
      ...(account && { accountId: account }),
    },
    update: {},
  })
  await deals.open(row.id, {
    kind: 'opened',
    id: key,
    by: actor.id,
    dealId: row.id,
    planHash: row.planHash,
    name: row.name,
    owner: row.ownerId,
    observations: [],
  })
  return row.id
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
