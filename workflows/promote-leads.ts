import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow'
import type { PromoteSome, PromotionInput } from './promotion-contract.ts'

const { promoteSome } = proxyActivities<{ promoteSome: PromoteSome }>({
  startToCloseTimeout: '10 minutes',
  // A worker that has died is noticed after this long, and another one goes on.
  heartbeatTimeout: '10 seconds',
  // While the database or the server is away the promotion waits; it gives up single leads, never itself.
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
})

/** Calls after which a run hands over to the next: each is six events, and a history is to stay far below 10,240. */
const callsPerRun = 200

/** Makes the leads of a promotion deals, some a call, until none waits. What became of each stands in its row. */
export async function promoteLeads({ promotionId }: PromotionInput): Promise<void> {
  for (let call = 0; call < callsPerRun && !workflowInfo().continueAsNewSuggested; call++) {
    const { left } = await promoteSome(promotionId)
    if (left === 0) return
  }
  await continueAsNew<typeof promoteLeads>({ promotionId })
}
