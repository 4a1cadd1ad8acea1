import fc from 'fast-check'
import { expect, it } from 'vitest'
import { naiveStatuses } from '../../tests/support/naive-evaluator.ts'
import { absence, type Learnt, learntFacts, monotoneModel } from '../../tests/support/random-models.ts'
import { canonicalJson } from '../canonical-json.ts'
import { orderDependence } from '../check/order-dependence.ts'
import { compileModel } from '../compile/compile.ts'
import type { Plan } from '../compile/plan.ts'
import { dealEventSchema } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { applyPatch, diffState } from '../deal/delta.ts'
import { processModelSchema } from '../model/process-model.ts'
import { advance, type Step } from './advance.ts'

const now = '2026-04-01T00:00:00.000Z'

async function run(
  plan: Plan,
  groups: Learnt[][],
  seen: (step: Step, before: DealState | undefined) => void = () => {},
): Promise<DealState> {
  const opened = { kind: 'opened', id: 'e', by: 'rep', dealId: 'd', planHash: plan.hash, name: 'Deal', owner: 'rep' }
  const events = [
    opened,
    ...groups.map((observations, n) => ({
      kind: 'interaction-recorded',
      id: `e${n}`,
      by: 'rep',
      interaction: { kind: 'visit', at: now },
      observations,
    })),
  ]
  let state: DealState | undefined
  for (const event of events) {
    const step = await advance(plan, state, dealEventSchema.parse(event), now)
    seen(step, state)
    state = step.state
  }
  if (!state) throw new Error('the deal was not opened')
  return state
}

/** What a deal has come to: its stages, what it still owes and asks for. How it got there is left out. */
function endOf(state: DealState) {
  return {
    stages: Object.fromEntries(Object.entries(state.stages).map(([id, { status }]) => [id, status])),
    owed: Object.values(state.tasks)
      .filter(({ status }) => status === 'open')
      .map(({ action }) => action)
      .sort(),
    asked: Object.values(state.supportRequests)
      .filter(({ status }) => status === 'open')
      .map(({ trigger }) => trigger)
      .sort(),
  }
}

const observable = (plan: Plan, learnt: Learnt[]) => learnt.filter(({ fact }) => plan.observable[fact])

const groupings = (learnt: Learnt[]) =>
  fc
    .tuple(
      fc.shuffledSubarray(learnt, { minLength: learnt.length }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: learnt.length, maxLength: learnt.length }),
    )
    .map(([shuffled, sizes]) => {
      const groups: Learnt[][] = []
      for (let from = 0, n = 0; from < shuffled.length; n++) {
        const size = sizes[n] ?? 1
        groups.push(shuffled.slice(from, from + size))
        from += size
      }
      return groups
    })

it('every order and grouping of the same observations ends in the same state, as a second evaluator says', async () => {
  const scenario = fc
    .tuple(monotoneModel, learntFacts)
    .chain(([model, learnt]) => fc.tuple(fc.constant(model), fc.constant(learnt), groupings(learnt), groupings(learnt)))
  await fc.assert(
    fc.asyncProperty(scenario, async ([draft, learnt, one, other]) => {
      const model = processModelSchema.parse(draft)
      const plan = compileModel(model)
      const only = (groups: Learnt[][]) => groups.map((group) => observable(plan, group))
      const [first, second, atOnce] = [
        await run(plan, only(one)),
        await run(plan, only(other)),
        await run(plan, [observable(plan, learnt)]),
      ]
      expect(endOf(second)).toEqual(endOf(first))
      expect(endOf(atOnce)).toEqual(endOf(first))
      expect(endOf(first).stages).toEqual(naiveStatuses(model, observable(plan, learnt)))
    }),
    { numRuns: 2000 },
  )
}, 120_000)

it('replaying a deal’s events gives its state byte for byte, and its patches rebuild it', async () => {
  await fc.assert(
    fc.asyncProperty(monotoneModel, learntFacts, async (draft, learnt) => {
      const plan = compileModel(processModelSchema.parse(draft))
      const groups = observable(plan, learnt).map((one) => [one])
      let rebuilt: DealState | undefined
      const state = await run(plan, groups, (step, before) => {
        rebuilt = applyPatch(rebuilt, JSON.parse(JSON.stringify(diffState(before, step.state))))
      })
      expect(canonicalJson(await run(plan, groups))).toBe(canonicalJson(state))
      expect(canonicalJson(rebuilt)).toBe(canonicalJson(state))
    }),
    { numRuns: 500 },
  )
}, 120_000)

it('a stage changes at most once in each direction within one step', async () => {
  await fc.assert(
    fc.asyncProperty(monotoneModel, learntFacts, async (draft, learnt) => {
      const plan = compileModel(processModelSchema.parse(draft))
      await run(
        plan,
        observable(plan, learnt).map((one) => [one]),
        ({ effects }) => {
          const changes = effects.filter(({ kind }) => kind.endsWith('-stage')).map((effect) => JSON.stringify(effect))
          expect(new Set(changes).size).toBe(changes.length)
        },
      )
    }),
    { numRuns: 500 },
  )
}, 60_000)

it('a model whose rule asks for absence is listed as order-dependent, with two orders that end differently', async () => {
  const draft = {
    formatVersion: 1 as const,
    name: 'No competitor',
    stages: [
      {
        id: 'meet',
        name: 'Met',
        elements: [{ id: 'need', name: 'Need', value: { kind: 'number' as const }, from: [] }],
      },
      {
        id: 'alone',
        name: 'Alone in the race',
        elements: [{ id: 'rival', name: 'Rival', value: { kind: 'number' as const }, required: false, from: [] }],
        exit: absence('element.rival'),
      },
    ],
    transitions: [{ id: 't', from: 'meet', to: 'alone' }],
  }
  const model = processModelSchema.parse(draft)
  expect(orderDependence(model)).toEqual([
    { place: { kind: 'stage', id: 'alone', part: 'exit' }, name: 'Alone in the race', facts: ['element.rival'] },
  ])
  const plan = compileModel(model)
  const fact = (id: string) => ({ id, fact: `element.${id}`, value: 1, grade: 'said' as const, at: now })
  expect(endOf(await run(plan, [[fact('need')], [fact('rival')]])).stages).toEqual({
    meet: 'completed',
    alone: 'completed',
  })
  expect(endOf(await run(plan, [[fact('rival')], [fact('need')]])).stages).toEqual({ meet: 'completed', alone: 'open' })
})

it('random models that ask for the absence of a fact are all listed with it, and learning it first or last ends dozens of them differently', async () => {
  const asksForAbsence = fc.tuple(monotoneModel, fc.nat({ max: 6 }), fc.nat({ max: 6 })).map(([draft, at, of]) => {
    const stages = draft.stages ?? []
    const fact = `element.e${of % stages.length}`
    const watched = stages.map((stage, n) => (n === at % stages.length ? { ...stage, exit: absence(fact) } : stage))
    return [{ ...draft, stages: watched }, fact] as const
  })
  let apart = 0
  await fc.assert(
    fc.asyncProperty(asksForAbsence, learntFacts, async ([draft, fact], learnt) => {
      const model = processModelSchema.parse(draft)
      expect(orderDependence(model).flatMap(({ facts }) => facts)).toContain(fact)
      const plan = compileModel(model)
      const others = observable(plan, learnt).filter((one) => one.fact !== fact)
      const watched: Learnt = { id: 'watched', fact, value: 9, grade: 'signed', at: now }
      const [last, first] = [await run(plan, [others, [watched]]), await run(plan, [[watched], others])]
      if (JSON.stringify(endOf(last).stages) !== JSON.stringify(endOf(first).stages)) apart += 1
    }),
    { numRuns: 1500, seed: 7 },
  )
  expect(apart).toBeGreaterThan(50)
}, 60_000)

it('no monotone model is listed as order-dependent', () => {
  fc.assert(
    fc.property(monotoneModel, (draft) => orderDependence(processModelSchema.parse(draft)).length === 0),
    { numRuns: 500 },
  )
})
