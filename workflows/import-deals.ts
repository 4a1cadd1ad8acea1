import { continueAsNew, defineQuery, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow'
import { type ImportInput, type ImportProgress, importProgressQuery, type OpenRows } from './import-contract.ts'

const { openRows } = proxyActivities<{ openRows: OpenRows }>({
  startToCloseTimeout: '10 minutes',
  // A worker that has died is noticed after this long, and another one goes on.
  heartbeatTimeout: '10 seconds',
  // While the database or the server is away the import waits; it gives up single rows, never itself.
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
})

/** Calls after which a run hands over to the next: each is six events, and a history is to stay far below 10,240. */
const callsPerRun = 200

/** Opens the deals of an import that still wait, a few dozen a call, until none is left. */
export async function importDeals({ importId, opened = 0, failed = 0 }: ImportInput): Promise<ImportProgress> {
  const progress = { opened, failed }
  setHandler(defineQuery<ImportProgress>(importProgressQuery), () => progress)
  for (let call = 0; call < callsPerRun && !workflowInfo().continueAsNewSuggested; call++) {
    const done = await openRows(importId)
    progress.opened += done.opened
    progress.failed += done.failed
    if (done.left === 0) return progress
  }
  return continueAsNew<typeof importDeals>({ importId, ...progress })
}
