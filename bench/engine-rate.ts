import { advance, checkModel, compileModel, type Plan } from '#engine'
import type { DealEvent, DealState } from '#engine/deal'
import { enterpriseModel, opening, visit } from './enterprise-deal.ts'
import { median } from './measure.ts'

export type EngineRate = { advancePerSecond: number; compileMs: number; checkMs: number }

const deals = 200
const visitsPerDeal = 30
const repeats = 9

/** The engine by itself, in one process: steps a second over whole enterprise deals, and a model's compiling and checking. */
export async function engineRate(): Promise<EngineRate> {
  const plan = compileModel(enterpriseModel)
  const lives = Array.from({ length: deals }, (_, deal) => eventsOf(plan, `deal ${deal}`))
  const warmUp = lives.splice(0, deals / 10)
  for (const events of warmUp) await liveThrough(plan, events)
  const begun = performance.now()
  for (const events of lives) await liveThrough(plan, events)
  const seconds = (performance.now() - begun) / 1000
  return {
    advancePerSecond: lives.flat().length / seconds,
    compileMs: timeOf(() => compileModel(enterpriseModel)),
    checkMs: timeOf(() => checkModel(enterpriseModel)),
  }
}

const eventsOf = (plan: Plan, dealId: string): DealEvent[] => [
  opening(plan, dealId),
  ...Array.from({ length: visitsPerDeal }, (_, n) => visit(plan, n)),
]

async function liveThrough(plan: Plan, events: DealEvent[]): Promise<void> {
  const now = new Date().toISOString()
  let state: DealState | undefined
  for (const event of events) state = (await advance(plan, state, event, now)).state
}

function timeOf(work: () => unknown): number {
  const times = Array.from({ length: repeats }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return median(times)
}
