import {
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import {
  type MoveInput,
  type MoveProgress,
  type MoveSome,
  moveProgressQuery,
  pauseSignal,
  resumeSignal,
  undoSignal,
} from './move-contract.ts'

const { moveSome } = proxyActivities<{ moveSome: MoveSome }>({
  startToCloseTimeout: '10 minutes',
  // A worker that has died is noticed after this long, and another one goes on.
  heartbeatTimeout: '10 seconds',
  // While the database or the server is away the move waits; it gives up single deals, never itself.
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
})

/** Calls after which a run hands over to the next: each is six events, and a history is to stay far below 10,240. */
const callsPerRun = 200

/** Moves running deals to another version, some a call, until none is left; pauses, goes on, and moves back when told to. */
export async function moveDeals({ moveId, ...before }: MoveInput): Promise<MoveProgress> {
  const progress = {
    done: 0,
    not: 0,
    ...before.counts,
    paused: before.paused ?? false,
    undoing: before.undoing ?? false,
  }
  setHandler(defineQuery<MoveProgress>(moveProgressQuery), () => progress)
  setHandler(defineSignal(pauseSignal), () => {
    progress.paused = true
  })
  setHandler(defineSignal(resumeSignal), () => {
    progress.paused = false
  })
  setHandler(defineSignal(undoSignal), () => {
    if (!progress.undoing) Object.assign(progress, { undoing: true, paused: false, done: 0, not: 0 })
  })
  for (let call = 0; call < callsPerRun && !workflowInfo().continueAsNewSuggested; call++) {
    await condition(() => !progress.paused)
    const undoing = progress.undoing
    const { done, not, left } = await moveSome(moveId, undoing)
    // What was moved while the undoing was asked for is no part of the undoing.
    if (undoing !== progress.undoing) continue
    progress.done += done
    progress.not += not
    if (left === 0) return progress
  }
  const { paused, undoing, ...counts } = progress
  return continueAsNew<typeof moveDeals>({ moveId, paused, undoing, counts })
}
