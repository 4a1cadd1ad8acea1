import { setTimeout } from 'node:timers/promises'
import { canonicalJson } from '#engine'
import { applyPatch, type DealState, DomainError, type Patch } from '#engine/deal'
import type { Db, Transaction } from '../../prisma/client.ts'
import type { DealsClient } from '../deals-client.ts'
import { type Difference, settleRows } from './stored-rows.ts'

/** What a deal was rebuilt from: its workflow, or its stored events where the server no longer has one; nothing, and why. */
export type Rebuilt = {
  dealId: string
  from: 'workflow' | 'events' | 'nothing'
  differences: Difference[]
  /** What a person has to know, since rebuilding cannot mend it. */
  trouble?: string
}

type Means = { db: Db; deals: Pick<DealsClient, 'state'> }

/** How often a deal that takes a step meanwhile is looked at again. */
const attempts = 6

/** Rebuilds what the read model holds of one deal, and says what had differed. Steps may be taken meanwhile. */
export async function rebuildDeal({ db, deals }: Means, dealId: string, write: boolean): Promise<Rebuilt> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const told = await toldState(deals, dealId)
    const rebuilt = await db.$transaction((tx) => settle(tx, dealId, told, write), { timeout: 30_000, maxWait: 30_000 })
    if (rebuilt) return rebuilt
    await setTimeout(attempt * 200)
  }
  const trouble = 'It has a step that its workflow has not confirmed. Run this again once the workers are up.'
  return { dealId, from: 'nothing', differences: [], trouble }
}

async function toldState(deals: Means['deals'], dealId: string): Promise<DealState | undefined> {
  return deals.state(dealId).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'DEAL_NOT_FOUND') return undefined
    throw error
  })
}

/** Nothing where the stored steps are ahead of what the workflow told: it has moved on, and is to be asked again. */
async function settle(
  tx: Transaction,
  dealId: string,
  told: DealState | undefined,
  write: boolean,
): Promise<Rebuilt | undefined> {
  // A step that comes now waits for this, and then writes over it.
  await tx.$queryRaw`SELECT "id" FROM "deal" WHERE "id" = ${dealId} FOR UPDATE`
  const events = await tx.dealEvent.findMany({
    where: { dealId },
    select: { seq: true, delta: true },
    orderBy: { seq: 'asc' },
  })
  const last = events.at(-1)?.seq ?? 0
  if (told && last > told.seq) return undefined
  const isWhole = events.every(({ seq }, n) => seq === n + 1)
  const replayed = isWhole ? events.reduce<DealState | undefined>(replay, undefined) : undefined
  const state = told ?? replayed
  if (!state) {
    const trouble = 'Its workflow is gone, and its stored steps have gaps: it is left as it is.'
    return { dealId, from: 'nothing', differences: [], ...(events.length > 0 && { trouble }) }
  }
  const isSame = replayed !== undefined && canonicalJson(replayed) === canonicalJson(state)
  return {
    dealId,
    from: told ? 'workflow' : 'events',
    differences: await settleRows(tx, state, write),
    ...(!isSame && { trouble: 'Its stored steps do not lead to its state: its history is incomplete.' }),
  }
}

const replay = (state: DealState | undefined, { delta }: { delta: unknown }): DealState =>
  applyPatch(state, delta as Patch)
