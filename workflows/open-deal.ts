import type { ObservationInput } from '#engine/deal'
import type { Db } from '../prisma/client.ts'
import type { DealsClient } from './deals-client.ts'

/** A deal that is to be there. `externalId` names it where it comes from; `eventId` its opening. */
export type DealToOpen = {
  externalId: string
  eventId: string
  by: string
  name: string
  segmentId: string
  version: { id: string; planHash: string }
  owner: string
  account?: string | undefined
  observations: ObservationInput[]
}

/** The account of a name; made where there is none. */
export async function accountNamed({ db, newId }: Pick<Means, 'db' | 'newId'>, name: string): Promise<string> {
  return db.$transaction(async (tx) => {
    // Two deals that name a new account at once would both make it; the lock makes them take turns.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`account ${name}`}))`
    const known = await tx.account.findFirst({ where: { name } })
    return known?.id ?? (await tx.account.create({ data: { id: newId(), name } })).id
  })
}

type Means = { db: Db; deals: DealsClient; now: () => Date; newId: () => string }

/**
 * Opens a deal: its row first, then its workflow, whose first step fills the row. Asked again for the same external id it
 * finds the row and goes on, so a failure between the two leaves nothing half opened, and none is opened twice. The
 * answer is the deal's id.
 */
export async function openDeal({ db, deals, now, newId }: Means, deal: DealToOpen): Promise<string> {
  const { externalId, name, segmentId, version } = deal
  // Of several that begin at once, one makes the row and all find it.
  await db.deal.createMany({
    data: {
      id: newId(),
      externalId,
      name,
      segmentId,
      modelVersionId: version.id,
      planHash: version.planHash,
      ownerId: deal.owner,
      status: 'open',
      seq: 0,
      openStages: [],
      state: {},
      openedAt: now(),
      ...(deal.account && { accountId: deal.account }),
    },
    skipDuplicates: true,
  })
  const row = await db.deal.findUniqueOrThrow({
    where: { externalId },
    select: { id: true, planHash: true, name: true, ownerId: true, status: true },
  })
  // Once the server has forgotten a closed deal, asking it to open would begin a second life.
  if (row.status === 'closed') return row.id
  await deals.open(row.id, {
    kind: 'opened',
    id: deal.eventId,
    by: deal.by,
    dealId: row.id,
    planHash: row.planHash,
    name: row.name,
    owner: row.ownerId,
    observations: deal.observations,
  })
  return row.id
}
