import { expect, it } from 'vitest'
import { processModelSchema } from '#engine'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { heldRoles, withoutRole } from './chain-roles.ts'

it('the roles are listed from the decider down, each with who holds it now, the most influential first', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens({ kind: 'person-named', id: 'li', role: 'approver', name: 'Li', influence: 'low' })
  await deal.happens({ kind: 'person-named', id: 'chen', role: 'approver', name: 'Chen', influence: 'high' })
  await deal.happens({ kind: 'person-named', id: 'wu', role: 'handler', name: 'Wu' })
  await deal.happens({ kind: 'person-removed', person: 'wu', reason: 'Retired' })
  const listed = heldRoles(processModelSchema.parse(smallPurchase), deal.state)
  expect(listed.map(({ role, layer, people }) => [role.id, layer, people.map(([id]) => id)])).toEqual([
    ['approver', 'Management', ['chen', 'li']],
    ['handler', 'Team', []],
    ['finance-head', undefined, []],
  ])
  expect(withoutRole(processModelSchema.parse(smallPurchase), deal.state)).toEqual([])
})

it('who holds a role that the deal’s model no longer has is still listed', async () => {
  const deal = await aDeal(smallPurchase)
  await deal.happens({ kind: 'person-named', id: 'chen', role: 'approver', name: 'Chen' })
  const model = processModelSchema.parse(smallPurchase)
  const without = {
    ...model,
    chain: { ...model.chain, roles: model.chain.roles.filter(({ id }) => id !== 'approver') },
  }
  expect(withoutRole(without, deal.state).map(([id]) => id)).toEqual(['chen'])
})
