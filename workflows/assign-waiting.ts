import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow'
import type { AssignInput, AssignSome } from './assign-contract.ts'

const { assignSome } = proxyActivities<{ assignSome: AssignSome }>({
  startToCloseTimeout: '5 minutes',
  // A worker that has died is noticed after this long, and another one goes on.
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
})

/** Rounds after which a run hands over to the next: each is some ten events, and a history is to stay far below 10,240. */
const roundsPerRun = 300
const usualEveryMs = 10_000

/**
 * Looks, again and again, whether somebody has come free for a request that nobody could take: a request was answered, an
 * absence has ended, somebody joined, a limit was raised. One look for all of these misses none of them.
 */
export async function assignWaiting(input: AssignInput): Promise<void> {
  for (let round = 0; round < roundsPerRun && !workflowInfo().continueAsNewSuggested; round++) {
    await assignSome()
    await sleep(input.everyMs ?? usualEveryMs)
  }
  await continueAsNew<typeof assignWaiting>(input)
}
