import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal, aPlan, DealUnderTest } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { naiveStatuses } from '../../tests/support/naive-evaluator.ts'
import { type Learnt, learntFacts, monotoneModel } from '../../tests/support/random-models.ts'
import { whyNotYet } from '../explain/why-not-yet.ts'
import { type ProcessModelDraft, processModelSchema } from '../model/process-model.ts'

/** The small purchase, whose approver's promise holds for thirty days. */
const thirtyDays = structuredClone(smallPurchase)
for (const commitment of thirtyDays.stages?.[2]?.commitments ?? []) commitment.validity = { unit: 'days', amount: 30 }

const all = { 'attribute.amount': 9000, 'element.inquiry': true, 'element.budget': 50000, 'commitment.approve': true }
const given = '2026-03-02T09:00:00.000Z'
const lapse = '2026-04-01T09:00:00.000Z'

describe('a promise that holds for thirty days', () => {
  it('counts until then, and wakes the deal at that instant', async () => {
    const deal = await aDeal(thirtyDays)
    await deal.learns(all, given)
    expect(deal.statuses()).toMatchObject({ approval: 'completed', signed: 'open' })
    expect(deal.state.wakeAt).toBe(lapse)
    await deal.happens({ kind: 'woken' }, '2026-04-01T08:59:59.999Z')
    expect(deal.statuses()).toMatchObject({ approval: 'completed' })
  })

  it('lapses as if it had been withdrawn: what rested on it reopens, and the action for it is owed again', async () => {
    const deal = await aDeal(thirtyDays)
    await deal.learns(all, given)
    await deal.happens({ kind: 'woken' }, lapse)
    expect(deal.statuses()).toEqual({ need: 'completed', funding: 'completed', approval: 'open', signed: 'waiting' })
    expect(deal.openTasks()).toEqual(['Meet the approver'])
    expect(deal.state.wakeAt).toBeUndefined()
    const [missing] =
      (await whyNotYet(deal.plan, deal.state, lapse)).find(({ stage }) => stage === 'approval')?.sets ?? []
    expect(missing).toMatchObject([{ fact: 'commitment.approve', status: 'lapsed' }])
  })

  it('counts again, for as long again, once it is repeated', async () => {
    const deal = await aDeal(thirtyDays)
    await deal.learns(all, given)
    await deal.happens({ kind: 'woken' }, lapse)
    await deal.learns({ 'commitment.approve': true }, '2026-04-03T09:00:00.000Z')
    expect(deal.statuses()).toMatchObject({ approval: 'completed', signed: 'open' })
    expect(deal.state.wakeAt).toBe('2026-05-03T09:00:00.000Z')
  })

  it('goes on without a gap when it is repeated before it lapses', async () => {
    const deal = await aDeal(thirtyDays)
    await deal.learns(all, given)
    await deal.learns({ 'commitment.approve': true }, '2026-03-20T09:00:00.000Z')
    const { effects } = await deal.happens({ kind: 'woken' }, lapse)
    expect(effects).toEqual([])
    expect(deal.statuses()).toMatchObject({ approval: 'completed' })
    expect(deal.state.wakeAt).toBe('2026-04-19T09:00:00.000Z')
  })

  it('does not bring back the no that it had replaced', async () => {
    const deal = await aDeal(thirtyDays)
    await deal.learns({ ...all, 'commitment.approve': false }, '2026-03-01T09:00:00.000Z')
    await deal.learns({ 'commitment.approve': true }, given)
    await deal.happens({ kind: 'woken' }, lapse)
    const [missing] =
      (await whyNotYet(deal.plan, deal.state, lapse)).find(({ stage }) => stage === 'approval')?.sets ?? []
    expect(missing).toMatchObject([{ status: 'lapsed' }])
  })

  it('lends its better evidence to a repetition only while it holds itself', async () => {
    const signed = structuredClone(thirtyDays)
    for (const commitment of signed.stages?.[2]?.commitments ?? []) commitment.grade = 'signed'
    const deal = await aDeal(signed)
    await deal.learns({ ...all, 'commitment.approve': false }, '2026-03-01T09:00:00.000Z')
    await deal.happens(
      {
        kind: 'interaction-recorded',
        interaction: { kind: 'mail', at: given },
        observations: [{ id: 'paper', fact: 'commitment.approve', value: true, grade: 'signed' }],
      },
      given,
    )
    await deal.learns({ 'commitment.approve': true }, '2026-03-20T09:00:00.000Z')
    expect(deal.statuses()).toMatchObject({ approval: 'completed' })
    await deal.happens({ kind: 'woken' }, lapse)
    expect(deal.statuses()).toMatchObject({ approval: 'open' })
  })
})

it('a no stands until somebody says otherwise: only promises lapse', async () => {
  const deal = await aDeal(thirtyDays)
  await deal.learns({ ...all, 'commitment.approve': false }, given)
  const [missing] = (await whyNotYet(deal.plan, deal.state, '2026-06-01T00:00:00.000Z')).find(
    ({ stage }) => stage === 'approval',
  )?.sets ?? [[]]
  expect(missing).toMatchObject([{ fact: 'commitment.approve', status: 'against' }])
})

it('a model in which nothing lapses compiles to the plan, and the hash, that it had before promises could lapse', () => {
  expect('lapses' in aPlan(smallPurchase)).toBe(false)
  expect(aPlan(thirtyDays).hash).not.toBe(aPlan(smallPurchase).hash)
})

describe('with promises that lapse', () => {
  const now = '2026-04-01T00:00:00.000Z'

  /** Every second commitment of a random model holds for eighteen to thirty days; the facts are of the first two weeks of March. */
  const lapsing = fc.tuple(monotoneModel, fc.integer({ min: 18, max: 30 })).map(
    ([draft, amount]): ProcessModelDraft => ({
      ...draft,
      stages: draft.stages?.map((stage, n) => ({
        ...stage,
        commitments: stage.commitments?.map((one) =>
          n % 2 === 0 ? { ...one, validity: { unit: 'days', amount } } : one,
        ),
      })),
    }),
  )

  /** What the words say, in a second hand: a promise whose newest word is too old is nothing, and an older one lends nothing. */
  function stillHolding(draft: ProcessModelDraft, learnt: Learnt[]): Learnt[] {
    const days = new Map<string, number | undefined>(
      (draft.stages ?? [])
        .flatMap(({ commitments = [] }) => commitments)
        .map(({ id, validity }) => [`commitment.${id}`, validity?.amount] as const),
    )
    const isOver = ({ fact, value, at }: Learnt) =>
      value === true && Date.parse(at) + (days.get(fact) ?? 3650) * 86_400_000 <= Date.parse(now)
    const newest = (fact: string) => learnt.filter((one) => one.fact === fact).at(-1)
    return learnt.filter((one) => {
      const last = newest(one.fact)
      return !isOver(one) && !(last && isOver(last))
    })
  }

  async function statusesAfter(draft: ProcessModelDraft, groups: Learnt[][]) {
    const deal = new DealUnderTest(aPlan(draft))
    const { hash } = deal.plan
    await deal.happens({ kind: 'opened', dealId: 'd', planHash: hash, name: 'Deal', owner: 'rep' }, now)
    for (const observations of groups)
      await deal.happens({ kind: 'interaction-recorded', interaction: { kind: 'visit', at: now }, observations }, now)
    return deal.statuses()
  }

  it('the end at one instant still does not depend on the order of the facts, and is what a second evaluator says', async () => {
    let lapsed = 0
    await fc.assert(
      fc.asyncProperty(
        lapsing.chain((draft) =>
          learntFacts.chain((learnt) => {
            const known = aPlan(draft).observable
            const mine = learnt.filter(({ fact }) => known[fact])
            return fc.tuple(
              fc.constant(draft),
              fc.constant(mine),
              fc.shuffledSubarray(mine, { minLength: mine.length }),
            )
          }),
        ),
        async ([draft, learnt, shuffled]) => {
          const held = stillHolding(draft, learnt)
          if (held.length < learnt.length) lapsed += 1
          const oneByOne = await statusesAfter(
            draft,
            shuffled.map((one) => [one]),
          )
          expect(oneByOne).toEqual(await statusesAfter(draft, [learnt]))
          expect(oneByOne).toEqual(naiveStatuses(processModelSchema.parse(draft), held))
        },
      ),
      { numRuns: 500, seed: 11 },
    )
    expect(lapsed).toBeGreaterThan(50)
  }, 60_000)
})
