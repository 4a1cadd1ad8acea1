import { type ActivityOptions, sleep, workflowInfo } from '@temporalio/workflow'

/** Rounds after which a run hands over to the next: each is some ten events, and a history is to stay far below 10,240. */
const roundsPerRun = 300
const usualEveryMs = 10_000

/** How an activity is asked that is done round after round. */
export const roundOptions: ActivityOptions = {
  startToCloseTimeout: '5 minutes',
  // A worker that has died is noticed after this long, and another one goes on.
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
}

/** Does something again and again, `everyMs` apart, until this run's history is long enough; then it is to continue as new. */
export async function inRounds(everyMs: number = usualEveryMs, once: () => Promise<unknown>): Promise<void> {
  for (let round = 0; round < roundsPerRun && !workflowInfo().continueAsNewSuggested; round++) {
    await once()
    await sleep(everyMs)
  }
}
