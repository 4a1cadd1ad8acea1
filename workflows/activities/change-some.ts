import { Context } from '@temporalio/activity'
import type { DealEvent } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { type AskedChange, eventIdOf } from '../batches-client.ts'
import type { ChangeSome } from '../change-contract.ts'
import { createDealsClient } from '../deals-client.ts'
import { askDeal } from './ask-deal.ts'
import { workThrough } from './in-flight.ts'

/** Deals that one call asks: a second's work, so that a killed worker leaves little to go over again. */
const rowsPerCall = 24
const patience = 15_000
const statusOf = { taken: 'done', later: 'pending', 'given-up': 'failed', refused: 'refused' } as const

/** Asks the next waiting deals of a batch for its change. Run twice for the same rows, each deal takes it once. */
export function createChangeSome(db: Db, taskQueue: string): ChangeSome {
  return async (batchId) => {
    const deals = createDealsClient(Context.current().client, taskQueue, { patience })
    const { asked, askedBy } = await db.dealBatch.findUniqueOrThrow({ where: { id: batchId } })
    const waiting = { batchId, status: 'pending' }
    const rows = await db.dealBatchRow.findMany({
      where: waiting,
      orderBy: [{ attempts: 'asc' }, { dealId: 'asc' }, { target: 'asc' }],
      take: rowsPerCall,
    })
    await workThrough(rows, async (row) => {
      const event = eventFor(
        asked as AskedChange,
        { id: eventIdOf({ batchId, target: row.target }), by: askedBy },
        row.target,
      )
      const { answer, ...told } = await askDeal(deals, row, { event })
      const { dealId, target } = row
      await db.dealBatchRow.updateMany({
        where: { ...waiting, dealId, target },
        data: { status: statusOf[answer], ...told },
      })
    })
    return { left: await db.dealBatchRow.count({ where: waiting }) }
  }
}

/** What was asked was parsed when the batch began. */
const eventFor = ({ names, event }: AskedChange, happened: { id: string; by: string }, target: string): DealEvent =>
  // A batch that was begun before a way could lead deeper holds one member's name.
  ({ ...withTarget(event, [names].flat(), target), ...happened }) as DealEvent

function withTarget(said: object, [member, ...deeper]: string[], target: string): object {
  if (member === undefined) return said
  if (deeper.length === 0) return { ...said, [member]: target }
  const within = (said as Record<string, object>)[member] ?? {}
  return { ...said, [member]: withTarget(within, deeper, target) }
}
