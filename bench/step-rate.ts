import { dealWorkflowId, pingUpdate } from '../workflows/contract.ts'
import { visit } from './enterprise-deal.ts'
import { measure, median, medianOf, type Sample } from './measure.ts'
import type { Product } from './product.ts'

export type StepRate = { inFlight: number; empty: Sample; step: Sample; ratio: number }

const dealsAtOnce = 64
const rounds = 7
const secondsPerRound = 1.5

/**
 * Steps of deals (a visit that brings two facts) against empty updates to the same deals. The two take turns in short
 * rounds, so that whatever else the machine does meets both; the ratio is the median of what the rounds gave.
 */
export async function stepRate({ plan, client, deals, openDeal }: Product, inFlight: number): Promise<StepRate> {
  const ids: string[] = []
  await measure(dealsAtOnce, 4, async () => ids.push(await openDeal()))
  let taken = 0
  const dealOf = (n: number) => ids[n % ids.length] ?? ''
  const empty = (n: number) => client.workflow.getHandle(dealWorkflowId(dealOf(n))).executeUpdate(pingUpdate)
  const step = () => {
    const n = taken++
    return deals.change(dealOf(n), { event: visit(plan, Math.floor(n / ids.length)) })
  }
  const { perSecond } = await measure(dealsAtOnce, inFlight, empty)
  await measure(dealsAtOnce, inFlight, step)
  const count = Math.max(Math.round(perSecond * secondsPerRound), 2 * dealsAtOnce)
  const empties: Sample[] = []
  const steps: Sample[] = []
  for (let round = 0; round < rounds; round++) {
    empties.push(await measure(count, inFlight, empty))
    steps.push(await measure(count, inFlight, step))
  }
  const ratios = steps.map((sample, round) => sample.perSecond / (empties[round]?.perSecond ?? Number.NaN))
  return { inFlight, empty: medianOf(empties), step: medianOf(steps), ratio: median(ratios) }
}
