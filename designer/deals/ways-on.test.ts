import { expect, it } from 'vitest'
import type { MissingFact } from '#engine'
import { waysOn } from './ways-on.ts'

const missing = (fact: string, status: MissingFact['status'] = 'unknown'): MissingFact => ({
  fact,
  status,
  source: { roles: [], actions: [], departments: [] },
})
const [inquiry, budget, approval] = [missing('inquiry'), missing('budget'), missing('approval')]

it('a single set is needed as it is, and leaves nothing to choose', () => {
  expect(waysOn([[inquiry, budget]])).toEqual({ always: [inquiry, budget], ways: [] })
})

it('what every set has is needed always; the sets differ in the rest', () => {
  expect(
    waysOn([
      [inquiry, budget],
      [inquiry, approval],
    ]),
  ).toEqual({ always: [inquiry], ways: [[budget], [approval]] })
})

it('a fact that is still to be brought is offered before one that would have to be otherwise', () => {
  const amount = missing('amount', 'against')

  expect(waysOn([[amount], [budget, approval]]).ways).toEqual([[budget, approval], [amount]])
})

it('without any set there is no way', () => {
  expect(waysOn([])).toEqual({ always: [], ways: [] })
})
