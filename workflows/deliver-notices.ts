import { continueAsNew, proxyActivities } from '@temporalio/workflow'
import { inRounds, roundOptions } from './rounds.ts'
import type { DeliverSome, RoundsInput } from './rounds-contract.ts'

const { deliverSome } = proxyActivities<{ deliverSome: DeliverSome }>(roundOptions)

/** Sends, again and again, what notices are to leave the product: queued with them, tried until it arrives or is given up. */
export async function deliverNotices(input: RoundsInput): Promise<void> {
  await inRounds(input.everyMs, deliverSome)
  await continueAsNew<typeof deliverNotices>(input)
}
