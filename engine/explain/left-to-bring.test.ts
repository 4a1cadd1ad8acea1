import { expect, it } from 'vitest'
import { aPlan, DealUnderTest } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { leftToBring } from './left-to-bring.ts'

it('recording what a task brought asks only for what is not known yet: a no does not count as known', async () => {
  const deal = new DealUnderTest(aPlan(smallPurchase))
  await deal.happens({ kind: 'opened', dealId: 'd', planHash: deal.plan.hash, name: 'Press', owner: 'rep' })
  await deal.learns({ 'element.budget': 40_000, 'element.inquiry': false })
  expect(leftToBring(deal.state, ['budget', 'inquiry', 'approval'])).toEqual(['inquiry', 'approval'])
})
