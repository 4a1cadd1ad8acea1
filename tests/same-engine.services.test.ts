import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { advance, canonicalJson, compileModel, type ProcessModelDraft, processModelSchema } from '#engine'
import { applyPatch, type DealEvent, type DealState, type Patch } from '#engine/deal'
import { enterpriseSoftware } from '../engine/library/enterprise-software/index.ts'
import { type Life, lives, liveThrough } from '../launch/recorded-lives.ts'
import { recordedPurchase } from '../launch/recorded-purchase.ts'
import { facts } from './support/an-enterprise-deal.ts'
import { aBrowser } from './support/browser.ts'
import { aVisit } from './support/deal-events.ts'
import { type EngineInBrowser, engineInBrowser, type Story, type Told } from './support/engine-in-browser.ts'
import { learntFacts, monotoneModel } from './support/random-models.ts'
import { type RunningDeals, runningDeals } from './support/running-deals.ts'

let running: RunningDeals
let browser: Browser
let inBrowser: EngineInBrowser
beforeAll(async () => {
  // Runs hand over every few steps, so that what the worker keeps goes through that too.
  running = await runningDeals(recordedPurchase, { stepsPerRun: 7 })
  browser = await aBrowser()
  inBrowser = await engineInBrowser(browser)
})
afterAll(async () => {
  await browser?.close()
  await running.stop()
})

/** The product's own enterprise model, worked by one meeting for each part of the purchase. */
const enterprise: Life = {
  name: 'enterprise software',
  model: enterpriseSoftware,
  happenings: Object.entries(facts).map(([part, values]) => aVisit(part, values)),
}

/** Random purchases, always the same ones; each fact is learnt at a visit of its own. */
const random: Life[] = fc
  .sample(fc.tuple(monotoneModel, learntFacts), { numRuns: 8, seed: 20_261_125 })
  .map(([model, learnt], n) => {
    const { observable } = compileModel(processModelSchema.parse(model))
    return {
      name: `random purchase ${n + 1}`,
      model,
      happenings: learnt
        .filter(({ fact }) => observable[fact])
        .map((observation) => ({ ...aVisit(`visit ${observation.id}`), observations: [observation] })),
    }
  })

it.each([...lives, enterprise, ...random].map((life) => [life.name, life] as const))(
  'Node, the worker and the browser bring the deal “%s” to the same state at every step',
  async (_, life) => {
    const { told, ...worked } = await inWorker(life)
    expect(worked.states.length).toBeGreaterThan(1)
    expect(await inNode(life.model, told)).toEqual(worked)
    expect(await inBrowser.tell(life.model, told)).toEqual(worked)
  },
)

/**
 * Lets a deal live on the real server. Instants and wake-ups are the workflow's own, so the others are told the events that
 * it recorded, at the instants that it recorded. No department has members here, so that nobody is chosen.
 */
async function inWorker(life: Life): Promise<Story & { told: Told[] }> {
  const plan = await running.publish(life.model)
  const dealId = await running.newDeal({ plan })
  await liveThrough(running.deals, dealId, life)
  const kept = await running.deals.state(dealId)
  const rows = await running.database.db.dealEvent.findMany({ where: { dealId }, orderBy: { seq: 'asc' } })
  let state: DealState | undefined
  const states = rows.slice(0, kept?.seq).map(({ delta }) => {
    state = applyPatch(state, delta as Patch)
    return state
  })
  expect(states.at(-1)).toEqual(kept)
  const told = rows
    .slice(0, kept?.seq)
    .map(({ event, at }) => ({ event: event as unknown as DealEvent, now: at.toISOString() }))
  return { hash: plan.hash, states: states.map(byTheRules), told }
}

/** A state as the rules make it. Who of a department has a request, and why nobody has it, is the worker's to choose. */
function byTheRules({ supportRequests, ...state }: DealState): string {
  const requests = Object.entries(supportRequests).map(([id, { waiting: _, ...request }]) => [id, request])
  return canonicalJson({ ...state, supportRequests: Object.fromEntries(requests) })
}

async function inNode(draft: ProcessModelDraft, told: Told[]): Promise<Story> {
  const plan = compileModel(processModelSchema.parse(draft))
  const states: string[] = []
  let state: DealState | undefined
  for (const { event, now } of told) {
    state = (await advance(plan, state, event, now)).state
    states.push(canonicalJson(state))
  }
  return { hash: plan.hash, states }
}
