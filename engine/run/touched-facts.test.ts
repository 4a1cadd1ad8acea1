import fc from 'fast-check'
import { expect, it } from 'vitest'
import { monotoneModel } from '../../tests/support/random-models.ts'
import { compileModel } from '../compile/compile.ts'
import { always } from '../compile/lower-condition.ts'
import type { Plan } from '../compile/plan.ts'
import { type DealEventInput, dealEventSchema } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { DomainError } from '../domain-error.ts'
import type { Condition } from '../model/condition.ts'
import { type ProcessModelDraft, processModelSchema } from '../model/process-model.ts'
import { advance } from './advance.ts'

/** What draws random numbers into an event on whatever the deal has by then. */
type Draw = { kind: number; which: number; value: number; grade: number; after: number }

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.nat({ max: 15 }),
  which: fc.nat({ max: 50 }),
  value: fc.nat({ max: 10 }),
  grade: fc.nat({ max: 2 }),
  after: fc.constantFrom(-30, 0, 1, 5, 24, 60, 240),
})

/** What a monotone model lacks: absence, ages, promises that lapse, objections, refusals, and support that blocks. */
const unsteady = (model: ProcessModelDraft, at: number[]): ProcessModelDraft => ({
  ...model,
  stages: (model.stages ?? []).map((stage, n) => {
    const passing = [
      { fact: `element.e${at[n]}`, operator: 'isUnknown' as const, value: true },
      { fact: `days-since.element.e${at[n]}`, operator: 'lessThan' as const, value: 4 },
      { fact: `days-since.commitment.c${at[n]}`, operator: 'greaterThan' as const, value: 2 },
      { fact: 'objections.open', operator: 'equal' as const, value: 0 },
      { fact: `support.t${at[n]}`, operator: 'equal' as const, value: 'refused' },
      { fact: 'style', operator: 'equal' as const, value: 'leader' },
    ].filter(({ fact }) => !fact.startsWith('support') || model.stages?.[at[n] ?? 0]?.support?.length)[at[n + 1] ?? 0]
    const exit = [stage.exit, passing].flatMap((one) => (one ? [one as Condition] : []))
    return {
      ...stage,
      ...(exit.length > 0 && { exit: n % 2 ? { all: exit } : { any: exit } }),
      ...(n % 3 === 1 && passing && { entry: { any: [passing, (stage.entry as Condition | undefined) ?? always] } }),
      commitments: (stage.commitments ?? []).map((one) => ({ ...one, validity: { unit: 'days', amount: 6 } as const })),
      support: (stage.support ?? []).map((one) => ({
        ...one,
        blocks: n % 2 === 0,
        refusesWhen: { fact: `element.e${at[n]}`, operator: 'greaterThan' as const, value: 7 },
        refusal: 'Too much',
      })),
    }
  }),
  objectionTypes: [{ id: 'price', name: 'Price', blocks: true, playbook: [] }],
})

const scenario = fc.tuple(
  monotoneModel.chain((model) => {
    const count = model.stages?.length ?? 0
    return fc
      .array(fc.nat({ max: count - 1 }), { minLength: count + 1, maxLength: count + 1 })
      .map((at) => unsteady(model, at))
  }),
  fc.array(draw, { minLength: 3, maxLength: 25 }),
)

const pick = <Item>(items: Item[], which: number): Item | undefined => items[which % Math.max(items.length, 1)]
const grades = ['said', 'written', 'signed'] as const

function eventOf(plan: Plan, state: DealState, { kind, which, value, grade }: Draw, id: string): DealEventInput {
  const by = 'rep'
  const request = pick(Object.keys(state.supportRequests), which) ?? 'none'
  const objection = pick(Object.keys(state.objections), which) ?? 'none'
  const stage = pick(plan.stages, which)?.id ?? ''
  switch (kind) {
    case 0:
      return {
        kind: 'observation-withdrawn',
        id,
        by,
        observation: pick(Object.keys(state.observations), which) ?? 'none',
        reason: 'No',
      }
    case 1:
      return { kind: 'task-completed', id, by, task: pick(Object.keys(state.tasks), which) ?? 'none', note: '' }
    case 2:
      return { kind: 'objection-raised', id, by, type: 'price', statement: 'Too dear', stage }
    case 3:
      return { kind: 'objection-planned', id, by, objection, strategy: 'answer', steps: ['Answer'] }
    case 4:
      return { kind: 'deviated', id, by, deviation: { kind: 'skip-stage', stage }, reason: 'Known' }
    case 5:
      return {
        kind: 'deviated',
        id,
        by,
        deviation: { kind: 'drop-action', action: `a${which % plan.stages.length}` },
        reason: 'Known',
      }
    case 6:
      return {
        kind: 'support-answered',
        id,
        by,
        request,
        verdict: pick(['approved', 'refused', 'answered'] as const, value) ?? 'answered',
        note: '',
        observations: [],
      }
    case 7:
      return { kind: 'support-asked-again', id, by, request, reason: 'Changed' }
    case 8:
      return { kind: 'style-chosen', id, by, style: 'leader', reason: 'Known' }
    case 9:
      return { kind: 'woken', id, by: 'clock' }
    default: {
      const facts = Object.keys(plan.observable)
      const fact = pick(facts, which) ?? ''
      const type = plan.observable[fact]?.kind
      const known = type === 'flag' ? value < 8 : type === 'number' ? value : pick(['small', 'large', 'huge'], value)
      const at = new Date(Date.parse('2026-03-01T00:00:00.000Z') + value * 86_400_000).toISOString()
      return {
        kind: 'interaction-recorded',
        id,
        by,
        interaction: { kind: 'visit', at },
        observations: [{ id: `o-${id}`, fact, value: known ?? '', grade: grades[grade] ?? 'said' }],
      }
    }
  }
}

it('asking only what an event can touch comes to the same as asking everything, on random models and events', async () => {
  let steps = 0
  await fc.assert(
    fc.asyncProperty(scenario, async ([draft, draws]) => {
      const plan = compileModel(processModelSchema.parse(draft))
      // A deal is asked in full where its last step was on another plan.
      const asIfNew = { ...plan, hash: 'another' }
      let now = Date.parse('2026-03-05T00:00:00.000Z')
      const opened = {
        kind: 'opened',
        id: 'open',
        by: 'rep',
        dealId: 'd',
        planHash: plan.hash,
        name: 'Deal',
        owner: 'rep',
      }
      let { state } = await advance(plan, undefined, dealEventSchema.parse(opened), new Date(now).toISOString())
      for (const [n, one] of draws.entries()) {
        now += one.after * 3_600_000
        const event = dealEventSchema.parse(eventOf(plan, state, one, `e${n}`))
        const taken = await Promise.all(
          [plan, asIfNew].map((asked) =>
            advance(asked, state, event, new Date(now).toISOString()).catch((error: unknown) => {
              if (error instanceof DomainError) return undefined
              throw error
            }),
          ),
        )
        expect(JSON.stringify(taken[0])).toBe(JSON.stringify(taken[1]))
        if (!taken[0]) continue
        state = taken[0].state
        steps += 1
      }
    }),
    { numRuns: 3000 },
  )
  expect(steps).toBeGreaterThan(20_000)
}, 120_000)
