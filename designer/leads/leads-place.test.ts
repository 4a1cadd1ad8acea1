import { describe, expect, it } from 'vitest'
import { type Condition, leadFactName } from '#engine'
import { sortedAfter } from '../ui/SortedHeading.tsx'
import { filterOf, leadsPlace } from './leads-place.ts'

const inTainan: Condition = { fact: leadFactName.field('city'), operator: 'equal', value: 'Tainan' }
const isDeal = (value: boolean): Condition => ({ fact: leadFactName.own('promoted'), operator: 'equal', value })

describe('a place among leads', () => {
  it('that nobody filtered asks for nothing', () => {
    expect(filterOf(leadsPlace.parse({}))).toBeUndefined()
  })

  it('asks for what is filtered by and for where the funnel was clicked, without those that became deals', () => {
    expect(filterOf(leadsPlace.parse({ filter: inTainan, stage: 'new' }))).toEqual({
      all: [inTainan, { fact: leadFactName.own('stage'), operator: 'equal', value: 'new' }, isDeal(false)],
    })
    expect(filterOf(leadsPlace.parse({ deals: true }))).toEqual(isDeal(true))
  })

  it('that an address says badly is that of all leads, newest first', () => {
    expect(leadsPlace.parse({ page: 'x', filter: { all: 7 }, deals: 'perhaps', order: 'size' })).toEqual({
      page: 1,
      order: 'created',
      direction: 'down',
    })
  })

  it('turns its order round where a heading is pressed again, and begins names at A', () => {
    const place = leadsPlace.parse({})
    expect(sortedAfter(place, 'created')).toEqual({ order: 'created', direction: 'up' })
    expect(sortedAfter(place, 'name')).toEqual({ order: 'name', direction: 'up' })
  })
})
