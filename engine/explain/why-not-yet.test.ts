import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal, aPlan } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type DealEventInput, dealEventSchema } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { ProcessModelDraft } from '../model/process-model.ts'
import { gradeSchema } from '../model/value-type.ts'
import { advance } from '../run/advance.ts'
import { whyNotYet } from './why-not-yet.ts'

const now = '2026-03-02T09:00:00.000Z'

function handlerRecommends(grade: 'said' | 'written'): ProcessModelDraft {
  const model = structuredClone(smallPurchase)
  const need = model.stages?.[0]
  if (need) need.commitments = [{ id: 'recommend', name: 'Recommends us', role: 'handler', grade }]
  return model
}

describe('in a top-leader project', () => {
  it('the leader’s promise is told as another way to what the layers beneath have to promise', async () => {
    const deal = await aDeal(handlerRecommends('written'))
    await deal.learns({ 'element.inquiry': true })
    await deal.happens({ kind: 'style-chosen', style: 'top-leader', reason: 'The general manager leads it' })
    const [need] = await whyNotYet(deal.plan, deal.state, now)
    expect(need?.sets).toMatchObject([
      [{ fact: 'commitment.approve', grade: 'written', source: { roles: ['approver'] } }],
      [{ fact: 'commitment.recommend', grade: 'written', source: { roles: ['handler'] } }],
    ])
  })

  it('what a layer beneath has said for itself is not covered any more', async () => {
    const deal = await aDeal(handlerRecommends('said'))
    await deal.happens({ kind: 'style-chosen', style: 'top-leader', reason: 'The general manager leads it' })
    await deal.learns({ 'element.inquiry': true, 'commitment.recommend': false })
    const [need] = await whyNotYet(deal.plan, deal.state, now)
    expect(need?.sets.map((set) => set.map(({ fact, status }) => [fact, status]))).toEqual([
      [['commitment.recommend', 'against']],
    ])
  })
})

it('for some stages it says the same as for all, and of the others nothing', async () => {
  const { plan, state } = await aDeal(smallPurchase)
  const all = await whyNotYet(plan, state, now)
  expect(all.length).toBeGreaterThan(1)
  for (const { stage } of all)
    expect(await whyNotYet(plan, state, now, [stage])).toEqual(all.filter((one) => one.stage === stage))
})

/** One stage, five promises of four roles in three layers, one of which may lead. */
const signedStage: fc.Arbitrary<ProcessModelDraft> = fc
  .record({
    roles: fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 }),
    required: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    grades: fc.array(fc.constantFrom(...gradeSchema.options), { minLength: 5, maxLength: 5 }),
    layers: fc.subarray(['l0', 'l1', 'l2']),
    any: fc.boolean(),
    leader: fc.constantFrom('r2', 'r3'),
  })
  .map(({ roles, required, grades, layers, any, leader }) => ({
    formatVersion: 1 as const,
    name: 'Signed',
    stages: [
      {
        id: 'stage',
        name: 'Stage',
        commitments: roles.map((role, n) => ({
          id: `c${n}`,
          name: `Promise ${n}`,
          role: `r${role}`,
          required: required[n] ?? true,
          grade: grades[n] ?? ('said' as const),
        })),
        exit: { all: layers.map((layer) => ({ fact: `layer.${layer}`, operator: 'equal' as const, value: true })) },
      },
    ],
    chain: {
      layers: [
        { id: 'l0', name: 'Team', rule: { kind: any ? ('any' as const) : ('all' as const) } },
        { id: 'l1', name: 'Management' },
        { id: 'l2', name: 'Board' },
      ],
      roles: [
        { id: 'r0', name: 'Handler', kind: 'handler' as const, layer: 'l0' },
        { id: 'r1', name: 'User', kind: 'user-buyer' as const, layer: 'l0' },
        { id: 'r2', name: 'Manager', kind: 'economic-buyer' as const, layer: 'l1' },
        { id: 'r3', name: 'Director', kind: 'decider' as const, layer: 'l2' },
      ],
      styles: [{ id: 'led', name: 'Led', leader }],
    },
  }))

it('the smallest sets are those that the run itself completes the stage on, leader and layers included', async () => {
  await fc.assert(
    fc.asyncProperty(signedStage, async (draft) => {
      const plan = aPlan(draft)
      const take = async (state: DealState | undefined, event: DealEventInput) =>
        (await advance(plan, state, dealEventSchema.parse(event), now)).state
      const known = { id: 'e', by: 'rep' }
      const fresh = await take(undefined, {
        ...known,
        kind: 'opened',
        dealId: 'd',
        planHash: plan.hash,
        name: 'Deal',
        owner: 'rep',
      })
      const led = await take(fresh, { ...known, kind: 'style-chosen', style: 'led', reason: 'It is so' })
      const completes = async (set: string[]) => {
        const observations = set.map((fact) => ({ id: fact, fact, value: true, grade: 'signed' as const }))
        const interaction = { kind: 'visit' as const, at: now }
        const state = await take(led, { ...known, kind: 'interaction-recorded', interaction, observations })
        return state.stages.stage?.status === 'completed'
      }
      const promises = Array.from({ length: 5 }, (_, n) => `commitment.c${n}`)
      const smallest: string[][] = []
      const subsets = Array.from({ length: 32 }, (_, bits) => promises.filter((_fact, n) => bits & (1 << n)))
      for (const set of subsets.sort((a, b) => a.length - b.length)) {
        const isWithin = smallest.some((smaller) => smaller.every((fact) => set.includes(fact)))
        if (!isWithin && (await completes(set))) smallest.push(set)
      }
      const told = led.stages.stage?.status === 'completed' ? [[]] : (await whyNotYet(plan, led, now))[0]?.sets
      expect((told ?? []).map((set) => set.map(({ fact }) => fact).join()).sort()).toEqual(
        smallest.map((set) => set.join()).sort(),
      )
    }),
    { numRuns: 150 },
  )
}, 60_000)
