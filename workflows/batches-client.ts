import type { Client } from '@temporalio/client'
import type { DealEvent } from '#engine/deal'
import { type ChangeInput, changeWorkflow, changeWorkflowId } from './change-contract.ts'

/** What is asked of each deal of a batch: the event's content, and the member of it that names the row's target. */
export type AskedChange = { names: string; event: { kind: DealEvent['kind']; [member: string]: string | string[] } }

/** The batches' workflows, as the rest of the product speaks to them. */
export type BatchesClient = {
  /** Lets a stored batch begin; where it is at that already, it goes on. It may be called twice, and counts once. */
  start(batchId: string): Promise<void>
}

/** `patience` is in milliseconds. */
export function createBatchesClient(client: Client, taskQueue: string, patience = 10_000): BatchesClient {
  return {
    async start(batchId) {
      await client.withDeadline(Date.now() + patience, () =>
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
