import { visit } from './enterprise-deal.ts'
import { measure, median, medianOf, type Sample } from './measure.ts'
import type { Product } from './product.ts'

export type StepRate = { inFlight: number; empty: Sample; step: Sample; ratio: number }

const dealsAtOnce = 64
const rounds = Number(process.env.KEYNODE_BENCH_ROUNDS ?? 7)
const seconds = 2

/**
 * Steps of deals against empty updates to the same deals. The two take turns in short rounds, so that whatever else the
 * machine does meets both; the ratio is the median of what the rounds gave.
 */
export async function stepRate(product: Product, inFlight: number): Promise<StepRate> {
  const deals = await Promise.all(Array.from({ length: dealsAtOnce }, () => product.openDeal()))
  const nth = (n: number) => deals[n % deals.length] ?? ''
  let taken = 0
  const step = () => {
    const n = taken++
    return product.deals.change(nth(n), { event: visit(product.plan, Math.floor(n / deals.length)) })
  }
  const empty = (n: number) => product.ping(nth(n))
  const { perSecond } = await measure(4 * dealsAtOnce, inFlight, empty)
  await measure(2 * dealsAtOnce, inFlight, step)
  const count = Math.round(perSecond * seconds)
  const empties: Sample[] = []
  const steps: Sample[] = []
  for (let round = 0; round < rounds; round++) {
    empties.push(await measure(count, inFlight, empty))
    steps.push(await measure(count, inFlight, step))
  }
  return {
    inFlight,
    empty: medianOf(empties),
    step: medianOf(steps),
    ratio: median(steps.map(({ perSecond }, n) => perSecond / (empties[n]?.perSecond ?? Number.NaN))),
  }
}
