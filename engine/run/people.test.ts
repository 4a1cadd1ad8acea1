import { expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'

const named = {
  kind: 'person-named',
  id: 'chen',
  role: 'approver',
  name: 'Chen Wei',
  title: 'General manager',
} as const

it('a person is named for a buying role of one deal, and stands there unknown until somebody learns more', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(named)
  expect(deal.state.people).toMatchObject({
    chen: { role: 'approver', name: 'Chen Wei', title: 'General manager', stance: 'unknown', influence: 'medium' },
  })
})

it('a person’s stance changes as it is learnt, and says who wrote it last', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(named)
  const { id, ...chen } = named
  await deal.happens({ ...chen, kind: 'person-changed', person: id, stance: 'opposes', influence: 'high', by: 'boss' })
  expect(deal.state.people?.chen).toMatchObject({ stance: 'opposes', influence: 'high', by: 'boss', seq: 3 })
})

it('who no longer takes part is kept with the reason, and is not changed any more', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens(named)
  await deal.happens({ kind: 'person-removed', person: 'chen', reason: 'Moved to another company' })
  expect(deal.state.people?.chen).toMatchObject({ name: 'Chen Wei', leftReason: 'Moved to another company' })
  await expect(deal.happens({ kind: 'person-removed', person: 'chen', reason: 'Again' })).rejects.toMatchObject({
    code: 'PERSON_REMOVED',
  })
})

it('a role that the model does not have is held by nobody, and nobody is changed who was never named', async () => {
  const deal = await aDeal(smallPurchase)
  await expect(deal.happens({ ...named, role: 'chairman' })).rejects.toMatchObject({ code: 'ROLE_UNKNOWN' })
  await expect(deal.happens({ ...named, kind: 'person-changed', person: 'chen' })).rejects.toMatchObject({
    code: 'PERSON_NOT_FOUND',
  })
})

it('a deal that names nobody is, to the byte, what it was before people could be named', async () => {
  const deal = await aDeal(smallPurchase)
  expect('people' in deal.state).toBe(false)
})
