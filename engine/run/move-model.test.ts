import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal, aPlan, DealUnderTest } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { naiveStatuses } from '../../tests/support/naive-evaluator.ts'
import { learntFacts, monotoneModel } from '../../tests/support/random-models.ts'
import { compileModel } from '../compile/compile.ts'
import type { Plan } from '../compile/plan.ts'
import { type DealEvent, dealEventSchema } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { applyPatch, diffState } from '../deal/delta.ts'
import { fits } from '../facts/fits.ts'
import { type ProcessModelDraft, processModelSchema } from '../model/process-model.ts'
import { advance } from './advance.ts'
import { impactOf } from './impact-of.ts'

const now = '2026-04-01T00:00:00.000Z'
const moved = (plan: Plan, version = 2): DealEvent =>
  dealEventSchema.parse({ kind: 'model-moved', id: `to ${version}`, by: 'ops', planHash: plan.hash, version })

/** What a move of a deal that does nothing otherwise than its version would do: its models are not asked. */
const foreseen = (from: Plan, plan: Plan, state: DealState, version = 2) => {
  const model = processModelSchema.parse(smallPurchase)
  return impactOf({ model, plan: from }, { model, plan, version }, state, now)
}

const stagesOf = ({ stages }: DealState) =>
  Object.fromEntries(Object.entries(stages).map(([id, run]) => [id, run.status]))
const stageDrafts = smallPurchase.stages ?? []
const without = (stage: string): ProcessModelDraft => ({
  ...smallPurchase,
  stages: stageDrafts.filter(({ id }) => id !== stage),
  transitions: [{ id: 'need-approval', from: 'need', to: 'approval' }, ...(smallPurchase.transitions ?? []).slice(2)],
})

/** A small purchase that waits for its budget, on the version without that stage. */
async function aMove() {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'element.inquiry': true, 'attribute.amount': 90_000 })
  const plan = aPlan(without('funding'))
  return { deal, plan, ...(await advance(plan, deal.state, moved(plan), now)) }
}

describe('a deal that is moved to another version', () => {
  it('stands where what is known brings it there', async () => {
    const { deal, state, plan } = await aMove()
    expect(deal.statuses()).toMatchObject({ need: 'completed', funding: 'open' })
    expect(stagesOf(state)).toEqual({ need: 'completed', approval: 'open', signed: 'waiting' })
    expect([state.planHash, state.version]).toEqual([plan.hash, 2])
  })

  it('owes and asks for what the version asks, and no longer what it does not', async () => {
    const { state, effects } = await aMove()
    expect(Object.values(state.tasks).map(({ action, status }) => `${action} ${status}`)).toEqual([
      'visit-handler effect-obtained',
      'meet-finance cancelled',
      'meet-approver open',
    ])
    expect(Object.values(state.supportRequests)).toMatchObject([{ trigger: 'legal-review', status: 'open' }])
    expect(effects).toContainEqual({ kind: 'close-task', task: 'meet-finance.2' })
  })

  it('keeps its open task where the version asks the same of another stage', async () => {
    const deal = await aDeal(smallPurchase)
    const [need, ...others] = stageDrafts
    const renamed = { ...smallPurchase, stages: [{ ...need, id: 'start', name: 'Start' }, ...others], transitions: [] }
    const plan = aPlan(renamed as ProcessModelDraft)
    const { state } = await advance(plan, deal.state, moved(plan), now)
    expect(state.tasks['visit-handler.1']).toMatchObject({
      status: 'open',
      stage: 'start',
      dueAt: '2026-03-06T09:00:00.000Z',
    })
  })

  it('keeps what was added by hand, its objections and its deviations', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.happens({ kind: 'objection-raised', id: 'dear', type: 'price', statement: 'Too dear' })
    const deviation = { kind: 'add-action', stage: 'need', name: 'Send samples' } as const
    await deal.happens({ kind: 'deviated', id: 'samples', deviation, reason: 'They asked' })
    const plan = aPlan({ ...without('funding'), objectionTypes: [] })
    const { state } = await advance(plan, deal.state, moved(plan), now)
    expect(state.tasks.samples).toMatchObject({ status: 'open', name: 'Send samples' })
    expect([state.objections, state.deviations]).toEqual([deal.state.objections, deal.state.deviations])
  })

  it('keeps a fact whose value the version does not take, and does not count it', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.learns({ 'attribute.amount': 90_000, 'element.inquiry': true, 'element.budget': 5 })
    const plan = aPlan({
      ...smallPurchase,
      attributes: [{ id: 'amount', name: 'Amount', value: { kind: 'date' } }],
      stages: stageDrafts.map((stage) => ({ ...stage, support: [] })),
    })
    const { state } = await advance(plan, deal.state, moved(plan), now)
    const { impact } = await foreseen(deal.plan, plan, deal.state)
    expect(state.observations).toEqual(deal.state.observations)
    expect(impact).toMatchObject({
      kind: 'loses',
      lost: { facts: ['attribute.amount'], requests: [{ name: 'Review of the terms' }] },
    })
  })

  it('is known beforehand to owe and to ask for more, up to the instant at which time changes it', async () => {
    const { deal, plan, state } = await aMove()
    const { impact, until } = await foreseen(deal.plan, plan, deal.state)
    expect(impact.gained).toEqual({ tasks: ['Meet the approver'], requests: ['Review of the terms'] })
    expect(until).toBe(state.wakeAt)
    expect(until).toBe('2026-04-01T08:00:00.000Z')
  })

  it('has a stage that it had left behind as it was, once it is back on a version with that stage', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.happens({
      kind: 'deviated',
      id: 'skip',
      deviation: { kind: 'skip-stage', stage: 'funding' },
      reason: 'Known',
    })
    const plan = aPlan(without('funding'))
    const away = await advance(plan, deal.state, moved(plan), now)
    const back = await advance(deal.plan, away.state, moved(deal.plan, 1), now)
    expect(away.state.formerStages).toEqual({ funding: deal.state.stages.funding })
    expect(back.state.stages.funding).toEqual(deal.state.stages.funding)
    expect('formerStages' in back.state).toBe(false)
  })

  it('is refused the version that it runs on, and any once it is closed', async () => {
    const { plan, state } = await aMove()
    await expect(advance(plan, state, moved(plan), now)).rejects.toMatchObject({ code: 'VERSION_UNCHANGED' })
    const deal = new DealUnderTest(plan)
    await deal.happens({ kind: 'opened', dealId: 'd', planHash: plan.hash, name: 'D', owner: 'rep' })
    await deal.happens({ kind: 'closed', outcome: 'lost', reason: 'No money' })
    const { impact } = await foreseen(plan, plan, deal.state, 3)
    expect(impact).toMatchObject({
      kind: 'cannot',
      why: expect.stringContaining('is closed'),
    })
  })
})

describe('over random models and deals', () => {
  const scenario = fc.tuple(monotoneModel, monotoneModel, learntFacts, fc.boolean())

  async function run([one, other, learnt, isLoose]: [
    ProcessModelDraft,
    ProcessModelDraft,
    Parameters<typeof naiveStatuses>[1],
    boolean,
  ]) {
    const models = [one, other].map((draft) => processModelSchema.parse(draft))
    const [model, next] = models as [(typeof models)[number], (typeof models)[number]]
    const [plan, nextPlan] = [compileModel(model), compileModel(next)]
    const deal = new DealUnderTest(plan)
    await deal.happens({ kind: 'opened', dealId: 'd', planHash: plan.hash, name: 'Deal', owner: 'rep' }, now)
    const observations = learnt.filter(({ fact }) => plan.observable[fact])
    const interaction = { kind: 'visit', at: now } as const
    await deal.happens({ kind: 'interaction-recorded', interaction, observations }, now)
    if (isLoose) {
      const deviation = { kind: 'skip-stage', stage: 's1' } as const
      if (deal.state.stages.s1?.status === 'waiting')
        await deal.happens({ kind: 'deviated', deviation, reason: 'Known' }, now)
      await deal.happens({ kind: 'style-chosen', style: 'leader', reason: 'A top leader’s project' }, now)
    }
    const step = await advance(nextPlan, deal.state, moved(nextPlan), now)
    return { deal, plan, nextPlan, next, observations, step, isLoose }
  }

  it('the impact that is shown is the step that the move takes', async () => {
    const seen = { stays: 0, moves: 0, loses: 0, cannot: 0 }
    await fc.assert(
      fc.asyncProperty(scenario, async (drawn) => {
        const { deal, plan, nextPlan, step } = await run(drawn)
        const { impact } = await foreseen(plan, nextPlan, deal.state)
        seen[impact.kind] += 1
        const statuses = { ...stagesOf(deal.state) }
        for (const { stage, was, is } of impact.stages) {
          expect(statuses[stage] ?? 'absent').toBe(was)
          if (is === 'absent') delete statuses[stage]
          else statuses[stage] = is
        }
        expect(statuses).toEqual(stagesOf(step.state))
        expect(impact.to).toEqual(Object.keys(statuses).filter((id) => step.state.stages[id]?.status === 'open'))
        const open = Object.keys(deal.state.tasks).filter((id) => deal.state.tasks[id]?.status === 'open')
        expect(impact.lost.tasks.map(({ id }) => id)).toEqual(
          open.filter((id) => step.state.tasks[id]?.status === 'cancelled'),
        )
        expect(impact.lost.facts.every((fact) => !nextPlan.observable[fact])).toBe(true)
        const isSame = [...impact.from].sort().join() === [...impact.to].sort().join()
        if (impact.kind === 'stays') expect(isSame).toBe(true)
        if (impact.kind === 'moves') expect(isSame).toBe(false)
      }),
      { numRuns: 400, seed: 5 },
    )
    expect(Math.min(seen.stays, seen.moves, seen.loses)).toBeGreaterThan(5)
  }, 60_000)

  it('nothing of the record is lost, the step’s patch rebuilds it, and what changed in a list bears its number', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (drawn) => {
        const { deal, step } = await run(drawn)
        const record = ({ observations, interactions, objections, deviations, style, effort }: DealState) => ({
          observations,
          interactions,
          objections,
          deviations,
          style,
          effort,
        })
        expect(record(step.state)).toEqual(record(deal.state))
        expect(applyPatch(deal.state, JSON.parse(JSON.stringify(diffState(deal.state, step.state))))).toEqual(
          step.state,
        )
        const lists = (state: DealState) => Object.entries({ ...state.tasks, ...state.supportRequests })
        const known = new Map(lists(deal.state).map(([id, item]) => [id, JSON.stringify(item)]))
        for (const [id, item] of lists(step.state))
          if (known.get(id) !== JSON.stringify(item)) expect([id, item.seq]).toEqual([id, step.state.seq])
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  it('a moved deal stands where one stands that was opened on the version with the same facts', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (drawn) => {
        const { next, nextPlan, observations, step, isLoose } = await run(drawn)
        fc.pre(!isLoose)
        const known = observations.filter(({ fact, value }) => {
          const type = nextPlan.observable[fact]
          return type && fits(type, value)
        })
        expect(stagesOf(step.state)).toEqual(naiveStatuses(next, known))
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  it('moved there and back, a deal stands where it stood', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (drawn) => {
        const { deal, plan, step } = await run(drawn)
        const back = await advance(plan, step.state, moved(plan, 1), now)
        expect(stagesOf(back.state)).toEqual(stagesOf(deal.state))
      }),
      { numRuns: 400 },
    )
  }, 60_000)
})
