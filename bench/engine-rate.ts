import { advance, checkModel, compileModel } from '#engine'
import type { DealState } from '#engine/deal'
import { enterpriseModel, opening, visit } from './enterprise-deal.ts'
import { median } from './measure.ts'

export type EngineRate = { advancePerSecond: number; compileMs: number; checkMs: number }

const deals = 200
const visitsPerDeal = 30
const repeats = 9

/** The engine by itself, in one process: steps a second over whole enterprise deals, and a model's compiling and checking. */
export async function engineRate(): Promise<EngineRate> {
  await liveThrough(deals / 10)
  const begun = performance.now()
  await liveThrough(deals)
  const seconds = (performance.now() - begun) / 1000
  return {
    advancePerSecond: (deals * (visitsPerDeal + 1)) / seconds,
    compileMs: timeOf(() => compileModel(enterpriseModel)),
    checkMs: timeOf(() => checkModel(enterpriseModel)),
  }
}

async function liveThrough(count: number): Promise<void> {
  const plan = compileModel(enterpriseModel)
  for (let deal = 0; deal < count; deal++) {
    const now = new Date().toISOString()
    let state: DealState = (await advance(plan, undefined, opening(plan, `deal ${deal}`), now)).state
    for (let n = 0; n < visitsPerDeal; n++) state = (await advance(plan, state, visit(plan, n), now)).state
  }
}

function timeOf(work: () => unknown): number {
  const times = Array.from({ length: repeats }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return median(times)
}
