import type { Client } from '@temporalio/client'
import type { Db } from '../../prisma/client.ts'
import { dealWorkflow, dealWorkflowId } from '../contract.ts'
import { createDealsClient } from '../deals-client.ts'
import { type Rebuilt, rebuildDeal } from './rebuild-deal.ts'
import { restoreRow } from './restore-row.ts'

type Means = { db: Db; client: Client; taskQueue: string }

/** More in flight on two cores adds waiting only. */
const inFlight = 8

/**
 * Rebuilds the read model from the deals' workflows, deal by deal, while the product runs, and tells what became of each.
 * Without `write` it only compares.
 */
export async function rebuild(
  { db, client, taskQueue }: Means,
  write: boolean,
  seen: (rebuilt: Rebuilt) => void,
): Promise<void> {
  const deals = createDealsClient(client, taskQueue)
  const stored = await db.deal.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  const known = new Set(stored.map(({ id }) => id))
  const lost = (await runningDeals(client, taskQueue)).filter((id) => !known.has(id))
  const waiting = [...lost, ...known]
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const restored = known.has(id) ? [] : await restoreRow({ db, deals }, id, write)
      const rebuilt = await rebuildDeal({ db, deals }, id, write)
      seen({ ...rebuilt, differences: [...restored, ...(write || known.has(id) ? rebuilt.differences : [])] })
    }
  }
  await Promise.all(Array.from({ length: inFlight }, work))
}

/** The deals that the Temporal server knows. A row that was lost with a deal so old that it is forgotten stays lost. */
async function runningDeals(client: Client, taskQueue: string): Promise<string[]> {
  const ids = new Set<string>()
  const query = `WorkflowType = '${dealWorkflow}' AND TaskQueue = '${taskQueue}'`
  for await (const { workflowId } of client.workflow.list({ query }))
    ids.add(workflowId.slice(dealWorkflowId('').length))
  return [...ids]
}
