import type { Client } from '@temporalio/client'
import type { DealEvent } from '#engine/deal'
import { type ChangeInput, changeWorkflow, changeWorkflowId } from './change-contract.ts'
import { inTime } from './in-time.ts'

type Said = string | string[] | { [member: string]: Said }
/**
 * What is asked of each deal of a batch: the event's content, and the way to the member of it that names the row's target;
 * none where the event names nothing on the deal.
 */
export type AskedChange = { names: string[]; event: { kind: DealEvent['kind']; [member: string]: Said } }

/** The event of one row of a batch; what the event adds to the deal, a task or a request, is called the same. */
export const eventIdOf = ({ batchId, target }: { batchId: string; target: string }): string =>
  `batch ${batchId} ${target}`

/** The batches' workflows, as the rest of the product speaks to them. */
export type BatchesClient = {
  /** Lets a stored batch begin; where it is at that already, it goes on. It may be called twice, and counts once. */
  start(batchId: string): Promise<void>
}

/** `patience` is in milliseconds. */
export function createBatchesClient(client: Client, taskQueue: string, patience = 10_000): BatchesClient {
  return {
    async start(batchId) {
      await inTime(client, patience, () =>
        client.workflow.start<(input: ChangeInput) => Promise<void>>(changeWorkflow, {
          workflowId: changeWorkflowId(batchId),
          taskQueue,
          args: [{ batchId }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      )
    },
  }
}
