import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { aDrawing, ask, factsToAskFor } from '../../tests/support/a-drawing.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { whyNotYet } from '../explain/why-not-yet.ts'
import { type Condition, operators } from '../model/condition.ts'
import type { ProcessModelDraft } from '../model/process-model.ts'

const limit = { fact: 'threshold.limit' }
const thresholds = [
  {
    id: 'limit',
    name: 'Board limit',
    values: [
      { from: '2026-01-01', amount: 100 },
      { from: '2026-04-01', amount: 50 },
    ],
  },
]
const isSmall = ask('attribute.amount', 'lessThanInclusive', limit)
const drawing = (drawn: Partial<ProcessModelDraft> & Parameters<typeof aDrawing>[0]) =>
  aDrawing({ ...factsToAskFor, thresholds, ...drawn })

const before = '2026-03-01T09:00:00.000Z'
const change = '2026-04-01T00:00:00.000Z'
const after = '2026-04-02T09:00:00.000Z'

describe('a threshold in a condition', () => {
  it('is the value that was in force when its stage opened, also after a new one holds', async () => {
    const deal = await aDeal(drawing({ need: { exit: isSmall } }), before)
    await deal.learns({ 'attribute.amount': 80 }, after)
    expect(deal.statuses().need).toBe('completed')
    const later = await aDeal(drawing({ need: { exit: isSmall } }), after)
    await later.learns({ 'attribute.amount': 80 }, after)
    expect(later.statuses().need).toBe('open')
  })

  it('is, for a stage that has not opened, the value in force now, and the deal is woken for the next one', async () => {
    const isLarge = ask('attribute.amount', 'greaterThan', limit)
    const deal = await aDeal(drawing({ signed: { entry: isLarge } }), before)
    await deal.learns({ 'attribute.amount': 80 }, before)
    expect(deal.statuses()).toMatchObject({ need: 'completed', signed: 'waiting' })
    expect(deal.state.wakeAt).toBe(change)
    await deal.happens({ kind: 'woken' }, change)
    expect(deal.statuses().signed).toBe('completed')
  })

  it('is none before its first date: what compares with it is not met', async () => {
    const early = '2025-12-01T09:00:00.000Z'
    const deal = await aDeal(drawing({ need: { exit: isSmall } }), early)
    await deal.learns({ 'attribute.amount': 1 }, early)
    expect(deal.statuses().need).toBe('open')
  })

  it('is of the stage that opens anew at once the value in force by then', async () => {
    const model = drawing({
      need: { exit: isSmall, elements: [{ id: 'inquiry', name: 'Inquiry', value: { kind: 'flag' } }] },
    })
    const deal = await aDeal(model, before)
    await deal.learns({ 'attribute.amount': 80, 'element.inquiry': true }, before)
    expect(deal.statuses().need).toBe('completed')
    const [observation = ''] = Object.entries(deal.state.observations)
      .filter(([, { fact }]) => fact === 'element.inquiry')
      .map(([id]) => id)
    await deal.happens({ kind: 'observation-withdrawn', observation, reason: 'not so' }, after)
    await deal.learns({ 'element.inquiry': true }, after)
    expect(deal.statuses().need).toBe('open')
  })

  it('says in why-not-yet which value counts, and since when', async () => {
    const deal = await aDeal(drawing({ need: { exit: isSmall } }), before)
    const [why] = await whyNotYet(deal.plan, deal.state, after)
    expect(why?.sets).toMatchObject([
      [{ fact: 'attribute.amount', thresholds: [{ threshold: 'limit', amount: 100, since: '2026-01-01' }] }],
    ])
  })

  it('leaves a layer that was passed over in its turn alone when the policy changes', async () => {
    const chain = {
      layers: [{ id: 'board', name: 'Board', when: ask('attribute.amount', 'greaterThan', limit) }],
      roles: [{ id: 'chair', name: 'Chair', kind: 'decider' as const, layer: 'board' }],
    }
    const deal = await aDeal(drawing({ chain, need: { exit: ask('layer.board', 'equal') } }), before)
    await deal.learns({ 'attribute.amount': 80 }, before)
    expect(deal.state.layers?.board).toMatchObject({ status: 'not-needed', openedAt: before })
    await deal.happens({ kind: 'woken' }, after)
    expect(deal.state.layers?.board?.status).toBe('not-needed')
  })

  it('is judged as its value would be, whatever the comparison, and never where either side is unknown', async () => {
    const comparison = fc.record({
      operator: fc.constantFrom(...operators.filter((one) => !['in', 'notIn', 'isKnown', 'isUnknown'].includes(one))),
      amount: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
      bound: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(comparison, async ({ operator, amount, bound }) => {
        const facts = {
          ...(amount !== undefined && { 'attribute.amount': amount }),
          ...(bound !== undefined && { 'threshold.limit': bound }),
        }
        const held = async (value: number | typeof limit) =>
          (await evaluate({ rule: { fact: 'attribute.amount', operator, value } as Condition }, facts)).has('rule')
        expect(await held(limit)).toBe(bound !== undefined && (await held(bound)))
      }),
    )
  })
})
