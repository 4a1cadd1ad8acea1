import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { learntFacts, monotoneModel } from '../../tests/support/random-models.ts'
import { factName } from '../facts/fact.ts'
import { gradeRank, grades } from '../model/value-type.ts'
import { judge } from '../run/advance.ts'
import { nextBestPerson } from './next-best-person.ts'
import { whyNotYet } from './why-not-yet.ts'

const now = '2026-03-02T09:00:00.000Z'

const nextOf = async ({ plan, state }: DealUnderTest) =>
  nextBestPerson(plan, state, await whyNotYet(plan, state, now), now)

it('the approver, who alone unlocks a stage, the end and a layer, is worth the next visit', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'attribute.amount': 9000 })
  expect(await nextOf(deal)).toEqual({
    role: 'approver',
    facts: ['commitment.approve', 'element.contract'],
    stages: ['approval', 'signed'],
    layers: ['management'],
    helps: [],
  })
})

it('among equals the one comes first for whom an open stage waits', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'attribute.amount': 9000, 'commitment.approve': true, 'element.contract': true })
  expect(await nextOf(deal)).toMatchObject({ role: 'handler', stages: ['need'], facts: ['element.inquiry'] })
})

it('a stage that an objection holds is helped, not unlocked', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({
    'attribute.amount': 9000,
    'commitment.approve': true,
    'element.contract': true,
    'element.budget': 1,
  })
  await deal.happens({ kind: 'objection-raised', type: 'price', statement: 'Twice the budget', stage: 'need' })
  expect(await nextOf(deal)).toMatchObject({ role: 'handler', stages: [], helps: ['need'] })
})

it('nobody is sought out to lose the purchase: what ends it as lost is not worth a visit', async () => {
  const losing = structuredClone(smallPurchase)
  const lost = { kind: 'flag' as const }
  losing.stages?.push({
    id: 'lost',
    name: 'Chose otherwise',
    elements: [{ id: 'refusal', name: 'Refusal', value: lost, from: ['finance-head'] }],
    end: 'lost',
  })
  const deal = await aDeal(losing)
  await deal.learns({
    'attribute.amount': 9000,
    'element.budget': 1,
    'element.contract': true,
    'commitment.approve': true,
  })
  expect(await nextOf(deal)).toMatchObject({ role: 'handler', stages: ['need'] })
  await deal.learns({ 'element.inquiry': true })
  expect(await nextOf(deal)).toBeUndefined()
})

it('nobody is named once nobody has anything to bring, nor on a closed deal', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({
    'attribute.amount': 9000,
    'element.inquiry': true,
    'element.budget': 50000,
    'commitment.approve': true,
    'element.contract': true,
  })
  expect(await nextOf(deal)).toBeUndefined()
  const lost = await aDeal(smallPurchase)
  await lost.happens({ kind: 'closed', outcome: 'lost', reason: 'No budget' })
  expect(await nextOf(lost)).toBeUndefined()
})

it('every layer that a role is said to unlock is signed off by the run itself once the role has promised all it can', async () => {
  let unlocked = 0
  await fc.assert(
    fc.asyncProperty(monotoneModel, learntFacts, async (draft, learnt) => {
      const deal = await aDeal(draft)
      const facts = learnt.filter(({ fact }) => deal.plan.observable[fact])
      await deal.happens({ kind: 'interaction-recorded', interaction: { kind: 'visit', at: now }, observations: facts })
      const next = await nextOf(deal)
      if (!next || next.layers.length === 0) return
      unlocked += 1
      const promises = deal.plan.commitmentsOf[next.role] ?? []
      await deal.happens({
        kind: 'interaction-recorded',
        interaction: { kind: 'visit', at: '2026-03-30T09:00:00.000Z' },
        observations: promises.map(({ fact, grade }, n) => ({
          id: `promise ${n}`,
          fact,
          value: true,
          grade: grades.find((one) => gradeRank(one) === grade) ?? 'signed',
        })),
      })
      const judged = await judge(deal.plan, deal.state, now)
      for (const layer of next.layers) expect(judged.facts[factName.layer(layer)]).toBe(true)
    }),
    { numRuns: 300, seed: 5 },
  )
  expect(unlocked).toBeGreaterThan(30)
}, 60_000)
