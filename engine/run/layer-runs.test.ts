import { expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import type { ProcessModelDraft } from '../model/process-model.ts'

const promise = (role: string) => ({ id: role, name: `Promise of ${role}`, role, required: false })

/** A team, the managers with the lawyers beside them, and a board that is asked from 1000 on. */
const threeLayers: ProcessModelDraft = {
  formatVersion: 1,
  name: 'Three layers',
  attributes: [{ id: 'amount', name: 'Amount', value: { kind: 'number' } }],
  stages: [{ id: 'signed', name: 'Signed', commitments: ['user', 'boss', 'lawyer', 'chair'].map(promise) }],
  chain: {
    layers: [
      { id: 'team', name: 'Team' },
      { id: 'managers', name: 'Managers' },
      { id: 'board', name: 'Board', when: { fact: 'attribute.amount', operator: 'greaterThanInclusive', value: 1000 } },
    ],
    specialists: [{ id: 'legal', name: 'Legal', layer: 'managers' }],
    roles: [
      { id: 'user', name: 'User', kind: 'user-buyer', layer: 'team' },
      { id: 'boss', name: 'Boss', kind: 'economic-buyer', layer: 'managers' },
      { id: 'lawyer', name: 'Lawyer', kind: 'gatekeeper', specialist: 'legal' },
      { id: 'chair', name: 'Chair', kind: 'decider', layer: 'board' },
    ],
  },
}

const monday = '2026-03-02T09:00:00.000Z'
const tuesday = '2026-03-03T09:00:00.000Z'
const friday = '2026-03-06T09:00:00.000Z'

const standing = ({ state }: DealUnderTest) =>
  Object.fromEntries(Object.entries(state.layers ?? {}).map(([id, { status }]) => [id, status]))

it('a layer opens once all beneath it has signed, and the department beside it with it', async () => {
  const deal = await aDeal(threeLayers)
  expect(standing(deal)).toEqual({ team: 'open', managers: 'waiting', board: 'waiting' })
  await deal.learns({ 'commitment.user': true }, monday)
  expect(deal.state.layers).toMatchObject({
    team: { status: 'signed', openedAt: '2026-03-01T09:00:00.000Z', signedAt: monday },
    managers: { status: 'open', openedAt: monday, specialists: { legal: { status: 'open', openedAt: monday } } },
  })
  await deal.learns({ 'commitment.boss': true }, tuesday)
  expect(standing(deal)).toMatchObject({ managers: 'open' })
  await deal.learns({ 'commitment.lawyer': true }, friday)
  expect(deal.state.layers?.managers).toEqual({
    status: 'signed',
    openedAt: monday,
    signedAt: friday,
    seq: 4,
    specialists: { legal: { status: 'signed', openedAt: monday, signedAt: friday, seq: 4 } },
  })
})

it('a layer waits while it is not known whether it is needed, opens where it is, and is left out where it is not', async () => {
  const deal = await aDeal(threeLayers)
  await deal.learns({ 'commitment.user': true, 'commitment.boss': true, 'commitment.lawyer': true })
  expect(standing(deal)).toMatchObject({ board: 'waiting' })
  await deal.learns({ 'attribute.amount': 5000 })
  expect(standing(deal)).toMatchObject({ board: 'open' })
  await deal.learns({ 'attribute.amount': 10 }, friday)
  expect(standing(deal)).toMatchObject({ board: 'not-needed' })
})

it('what is signed before its turn counts at once, and nobody waited for it', async () => {
  const deal = await aDeal(threeLayers)
  const step = await deal.learns({ 'attribute.amount': 5000, 'commitment.chair': true }, monday)
  expect(deal.state.layers?.board).toEqual({ status: 'signed', signedAt: monday, seq: 2 })
  expect(step.effects).toContainEqual({ kind: 'sign-layer', layer: 'board' })
})

it('a layer whose signature is withdrawn is open again from then on, and what stands above it waits', async () => {
  const deal = await aDeal(threeLayers)
  await deal.learns({ 'commitment.user': true }, monday)
  const [signature = ''] = Object.keys(deal.state.observations)
  const step = await deal.happens({ kind: 'observation-withdrawn', observation: signature, reason: 'Misheard' }, friday)
  expect(deal.state.layers?.team).toEqual({ status: 'open', openedAt: friday, next: ['user'], seq: 3 })
  expect(standing(deal)).toMatchObject({ managers: 'waiting' })
  expect(step.effects).toContainEqual({ kind: 'reopen-layer', layer: 'team' })
})
