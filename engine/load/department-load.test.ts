import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DepartmentStanding, departmentLoad } from './department-load.ts'
import { weeksFrom } from './weeks.ts'
import { type Supposed, suppose } from './what-if.ts'

const weeks = weeksFrom('2026-12-16T08:00:00.000Z', 'UTC', 3)
const office = {
  timeZone: 'UTC',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  closedOn: ['2026-12-24', '2026-12-25'],
}
const standing = (change: Partial<DepartmentStanding> = {}): DepartmentStanding => ({
  calendar: office,
  answeredAWeek: 10,
  people: [
    { id: 'ann', capacity: 4, absences: [] },
    { id: 'ben', capacity: 6, absences: [] },
  ],
  asked: [
    { owner: 'ann', stage: 'need', due: 'overdue', requests: 2 },
    { owner: 'ann', stage: 'need', due: 1, requests: 3 },
    { owner: 'ben', stage: 'terms', due: 0, requests: 1 },
    { owner: null, stage: null, due: 'later', requests: 4 },
  ],
  ...change,
})

describe('a department’s load', () => {
  it('counts what is open with whom, what nobody has, and how many more those who are there could take', () => {
    expect(departmentLoad(standing(), weeks)).toMatchObject({
      open: 10,
      overdue: 2,
      waiting: 4,
      // Ann has more than she can; that takes no room from Ben.
      room: 5,
      later: 4,
      stages: [
        { stage: 'need', open: 5, overdue: 2, waiting: 0 },
        { stage: 'terms', open: 1, overdue: 0, waiting: 0 },
        { stage: null, open: 4, overdue: 0, waiting: 4 },
      ],
    })
  })

  it('sets what is due in a week against what is usually answered, less for holidays and for whoever is away', () => {
    const away = [{ from: '2026-12-28T00:00:00.000Z', until: '2027-01-04T00:00:00.000Z' }]
    const people = [
      { id: 'ann', capacity: 4, absences: away },
      { id: 'ben', capacity: 6, absences: [] },
    ]
    const { weeks: by } = departmentLoad(standing({ people }), weeks)
    // Three days of this week are left; then come three working days; then a whole week with one of two.
    expect(by.map(({ answers }) => answers)).toEqual([6, 6, 5])
    expect(by.map(({ due }) => due)).toEqual([1, 3, 0])
  })

  it('does not count a day twice on which two absences overlap', () => {
    const people = [
      {
        id: 'ann',
        capacity: null,
        absences: [
          { from: '2026-12-28T00:00:00.000Z', until: '2026-12-30T00:00:00.000Z' },
          { from: '2026-12-29T00:00:00.000Z', until: '2026-12-30T00:00:00.000Z' },
        ],
      },
    ]
    expect(departmentLoad(standing({ people }), weeks).people[0]?.weeks[2]?.present).toBeCloseTo(0.6)
  })
})

describe('what if', () => {
  it('so many go to another, the soonest due first', () => {
    const after = departmentLoad(suppose(standing(), [{ kind: 'shift', from: 'ann', to: 'ben', requests: 3 }]), weeks)
    expect(after.people).toMatchObject([
      { id: 'ann', open: 2, overdue: 0 },
      { id: 'ben', open: 4, overdue: 2 },
    ])
  })

  const change: fc.Arbitrary<Supposed> = fc.oneof(
    fc.record({
      kind: fc.constant('shift' as const),
      from: fc.constantFrom('ann', 'ben', null),
      to: fc.constantFrom('ann', 'ben'),
      requests: fc.nat(20),
    }),
    fc.record({
      kind: fc.constant('capacity' as const),
      person: fc.constantFrom('ann', 'ben'),
      capacity: fc.option(fc.nat(9)),
    }),
  )
  it('no request is lost or made up, and none comes to be due at another time', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const before = departmentLoad(standing(), weeks)
        const after = departmentLoad(suppose(standing(), changes), weeks)
        expect(after.open).toBe(before.open)
        expect(after.overdue).toBe(before.overdue)
        expect(after.weeks.map(({ due }) => due)).toEqual(before.weeks.map(({ due }) => due))
      }),
    )
  })
})
