import { randomUUID } from 'node:crypto'
import { Context } from '@temporalio/activity'
import { ServiceError } from '@temporalio/client'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { createDealsClient, type DealsClient } from '../deals-client.ts'
import { importedDealId, type OpenRows } from '../import-contract.ts'
import type { StoredDeal } from '../import-store/stored-deal.ts'
import { openDeal } from '../open-deal.ts'
import { workThrough } from './in-flight.ts'

/** Rows that one call opens: some seconds' work, so that a killed worker leaves little to go over again. */
const rowsPerCall = 60
/** A row that could not be confirmed so often is given up, with its reason; the rest of the import is not held back. */
const attemptsPerRow = 5
const patience = 15_000

type Batch = { source: string; segmentId: string; version: { id: string; planHash: string } }
type Row = { line: number; rowId: string; attempts: number; deal: unknown }

/** Opens the next waiting rows of an import. Run twice for the same rows, it opens each deal once. */
export function createOpenRows(db: Db, taskQueue: string): OpenRows {
  return async (importId) => {
    const deals = createDealsClient(Context.current().client, taskQueue, { patience })
    const batch = await db.importBatch.findUniqueOrThrow({
      where: { id: importId },
      select: { source: true, segmentId: true, version: { select: { id: true, planHash: true } } },
    })
    const waiting = await db.importRow.findMany({
      where: { importId, status: 'pending' },
      orderBy: [{ attempts: 'asc' }, { line: 'asc' }],
      take: rowsPerCall,
    })
    const count = { opened: 0, failed: 0 }
    await workThrough(waiting, async (row) => {
      const status = await openRow({ db, deals, importId, batch }, row)
      if (status !== 'pending') count[status] += 1
    })
    return { ...count, left: await db.importRow.count({ where: { importId, status: 'pending' } }) }
  }
}

type Means = { db: Db; deals: DealsClient; importId: string; batch: Batch }
type RowStatus = 'opened' | 'failed' | 'pending'

async function openRow({ db, deals, importId, batch }: Means, row: Row): Promise<RowStatus> {
  const { name, owner, account, observations } = row.deal as StoredDeal
  const { source, segmentId, version } = batch
  const externalId = importedDealId(source, row.rowId)
  const told = (status: RowStatus, changes: { dealId?: string; reason?: string; attempts?: number }) =>
    db.importRow.updateMany({ where: { importId, line: row.line }, data: { status, ...changes } }).then(() => status)
  try {
    const dealId = await openDeal(
      { db, deals, now: () => new Date(), newId: randomUUID },
      { externalId, eventId: 'imported', by: 'import', name, segmentId, version, owner, account, observations },
    )
    return await told('opened', { dealId })
  } catch (error) {
    // The server is away: that is not the row's fault, and the whole call is tried again later.
    if (error instanceof ServiceError) throw error
    const attempts = row.attempts + 1
    const isFinal = attempts >= attemptsPerRow || (error instanceof DomainError && !mayPass.includes(error.code))
    const reason = error instanceof Error ? error.message : String(error)
    return told(isFinal ? 'failed' : 'pending', { attempts, reason })
  }
}

/** Refusals that another attempt may not meet. */
const mayPass: string[] = ['NOT_CONFIRMED_YET', 'CHANGE_NOT_TAKEN']
