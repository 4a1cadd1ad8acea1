import { expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { chainRisks } from './chain-risks.ts'
import { whyNotYet } from './why-not-yet.ts'

const now = '2026-03-02T09:00:00.000Z'

/** A handler who recommends and two directors of whom one is enough. */
const twoDirectors = structuredClone(smallPurchase)
const [need, , approval] = twoDirectors.stages ?? []
if (need) need.commitments = [{ id: 'recommend', name: 'Recommends us', role: 'handler' }]
if (approval)
  approval.commitments = [
    { id: 'approve', name: 'Approves the purchase', role: 'approver', required: false },
    { id: 'approve-too', name: 'Approves it too', role: 'second', required: false },
  ]
if (approval) approval.exit = { fact: 'layer.management', operator: 'equal', value: true }
twoDirectors.chain?.roles?.push({ id: 'second', name: 'Second director', kind: 'decider', layer: 'management' })
for (const layer of twoDirectors.chain?.layers ?? []) if (layer.id === 'management') layer.rule = { kind: 'any' }

const risksOf = async ({ plan, state }: DealUnderTest) =>
  chainRisks(plan, state, await whyNotYet(plan, state, now), now)

const naming = (role: string, stance: 'supports' | 'opposes' | 'unknown') =>
  ({ kind: 'person-named', role, name: `${role} ${stance}`, stance }) as const

it('a layer that is needed has no path while nobody is named who could sign it', async () => {
  const deal = await aDeal(twoDirectors)
  expect((await risksOf(deal)).noPath).toEqual([
    { layer: 'team', unbound: ['handler'], opposed: [] },
    { layer: 'management', unbound: ['approver', 'second'], opposed: [] },
  ])
})

it('one director who is not against us is path enough where any one signs; an opponent is none', async () => {
  const deal = await aDeal(twoDirectors)
  await deal.happens(naming('handler', 'supports'))
  await deal.happens(naming('approver', 'opposes'))
  expect((await risksOf(deal)).noPath).toEqual([{ layer: 'management', unbound: ['second'], opposed: ['approver'] }])
  await deal.happens(naming('second', 'unknown'))
  expect((await risksOf(deal)).noPath).toEqual([])
})

it('who has promised has signed, whatever stance is noted', async () => {
  const deal = await aDeal(twoDirectors)
  await deal.happens(naming('handler', 'opposes'))
  await deal.learns({ 'commitment.recommend': true, 'commitment.approve': true })
  expect((await risksOf(deal)).noPath).toEqual([])
})

it('a leader who is not against us is the path through every layer beneath', async () => {
  const deal = await aDeal(twoDirectors)
  await deal.happens({ kind: 'style-chosen', style: 'top-leader', reason: 'The general manager leads it' })
  await deal.happens(naming('approver', 'supports'))
  expect((await risksOf(deal)).noPath).toEqual([])
})

it('a layer that the amount makes needless needs no path', async () => {
  const byAmount = structuredClone(twoDirectors)
  for (const layer of byAmount.chain?.layers ?? [])
    if (layer.id === 'management') layer.when = { fact: 'attribute.amount', operator: 'greaterThan', value: 10000 }
  const deal = await aDeal(byAmount)
  await deal.happens(naming('handler', 'supports'))
  await deal.learns({ 'attribute.amount': 9000 })
  expect((await risksOf(deal)).noPath).toEqual([])
  await deal.learns({ 'attribute.amount': 20000 }, '2026-03-02T10:00:00.000Z')
  expect((await risksOf(deal)).noPath).toMatchObject([{ layer: 'management' }])
})

it('one person alone can stop a stage that every way needs them for; two who each suffice cannot', async () => {
  const deal = await aDeal(twoDirectors)
  await deal.learns({ 'attribute.amount': 9000 })
  const alone = async () => Object.fromEntries((await risksOf(deal)).alone.map(({ role, stages }) => [role, stages]))
  expect(await alone()).toEqual({ handler: ['need'], 'finance-head': ['funding'], approver: ['signed'] })
  await deal.happens(naming('handler', 'supports'))
  await deal.happens(naming('handler', 'unknown'))
  expect(await alone()).toEqual({ 'finance-head': ['funding'], approver: ['signed'] })
})
