import { continueAsNew, proxyActivities } from '@temporalio/workflow'
import { inRounds, roundOptions } from './rounds.ts'
import type { AssignSome, RoundsInput } from './rounds-contract.ts'

const { assignSome } = proxyActivities<{ assignSome: AssignSome }>(roundOptions)

/**
 * Looks, again and again, whether somebody has come free for a request that nobody could take: a request was answered, an
 * absence has ended, somebody joined, a limit was raised. One look for all of these misses none of them.
 */
export async function assignWaiting(input: RoundsInput): Promise<void> {
  await inRounds(input.everyMs, assignSome)
  await continueAsNew<typeof assignWaiting>(input)
}
