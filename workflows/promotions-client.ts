import type { Client } from '@temporalio/client'
import { inTime } from './in-time.ts'
import { type PromotionInput, promotionWorkflow, promotionWorkflowId } from './promotion-contract.ts'

/** Promotions of many leads, as the rest of the product speaks to them. */
export type PromotionsClient = {
  /** Lets a stored promotion begin; where it is at that already, it goes on. It may be called twice, and counts once. */
  start(promotionId: string): Promise<void>
}

/** `patience` is in milliseconds. */
export function createPromotionsClient(client: Client, taskQueue: string, patience = 10_000): PromotionsClient {
  return {
    async start(promotionId) {
      await inTime(client, patience, () =>
        client.workflow.start<(input: PromotionInput) => Promise<void>>(promotionWorkflow, {
          workflowId: promotionWorkflowId(promotionId),
          taskQueue,
          args: [{ promotionId }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      )
    },
  }
}
