import { expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { whyNotYet } from '../explain/why-not-yet.ts'

const lock = { kind: 'deal-locked', by: 'ann', department: 'legal', reason: 'Sanctions check' } as const
const unlock = { kind: 'deal-unlocked', by: 'ann', department: 'legal', note: 'Clear' } as const

it('a locked deal goes on learning, completes nothing, and catches up once it is unlocked', async () => {
  const deal = await aDeal(smallPurchase)
  const { effects } = await deal.happens(lock)
  expect(effects).toEqual([{ kind: 'notify', about: 'deal-locked', id: 'legal' }])
  await deal.learns({ 'element.inquiry': true, 'element.budget': 9000 })
  expect(deal.statuses()).toMatchObject({ need: 'open', funding: 'waiting' })
  expect(Object.keys(deal.state.observations)).toHaveLength(2)
  expect((await whyNotYet(deal.plan, deal.state, '2026-03-02T09:00:00.000Z'))[0]).toMatchObject({
    stage: 'need',
    locks: ['legal'],
    sets: [[]],
  })

  await deal.happens(unlock)
  expect(deal.statuses()).toMatchObject({ need: 'completed', funding: 'completed', approval: 'open' })
  expect(deal.state.locks).toBeUndefined()
})

it('a withdrawn fact takes a locked deal back, as it takes any other', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'element.inquiry': true })
  await deal.happens(lock)
  const [observation = ''] = Object.keys(deal.state.observations)
  await deal.happens({ kind: 'observation-withdrawn', observation, reason: 'It was for another plant' })
  expect(deal.statuses()).toMatchObject({ need: 'open', funding: 'waiting' })
})

it('while one of two departments holds the lock, the deal stays locked', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(lock)
  await deal.happens({ ...lock, department: 'finance', reason: 'Credit limit' })
  await deal.happens(unlock)
  await deal.learns({ 'element.inquiry': true })
  expect(deal.statuses()).toMatchObject({ need: 'open' })
  expect(Object.keys(deal.state.locks ?? {})).toEqual(['finance'])
})

it('no decree passes a lock: no skipped stage, no closing as won; a lost deal can be closed', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(lock)
  const locked = { code: 'DEAL_LOCKED' }
  const skip = { kind: 'deviated', deviation: { kind: 'skip-stage', stage: 'need' }, reason: 'In a hurry' } as const
  await expect(deal.happens(skip)).rejects.toMatchObject(locked)
  await expect(deal.happens({ kind: 'closed', outcome: 'won', reason: 'Signed' })).rejects.toMatchObject(locked)
  await expect(deal.happens(lock)).rejects.toMatchObject(locked)
  await deal.happens({ kind: 'closed', outcome: 'lost', reason: 'Sanctioned' })
  expect(deal.state.status).toBe('closed')
})

it('only the department that locked unlocks', async () => {
  const deal = await aDeal(smallPurchase)
  await expect(deal.happens(unlock)).rejects.toMatchObject({ code: 'DEAL_NOT_LOCKED' })
})
