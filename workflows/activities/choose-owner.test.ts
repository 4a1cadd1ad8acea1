import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Absence, chooseOwner, type Member } from './choose-owner.ts'

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T09:00:00.000Z`
const now = day(15)

it('a request goes to who has the fewest', () => {
  const members = [
    { id: 'ann', load: 2 },
    { id: 'ben', load: 1 },
  ]
  expect(chooseOwner(members, [], now)).toBe('ben')
})

it('nobody is given more than they can have, nor anything while away', () => {
  const members = [
    { id: 'ann', load: 0 },
    { id: 'ben', load: 1, capacity: 1 },
    { id: 'cleo', load: 7 },
  ]
  expect(chooseOwner(members, [{ userId: 'ann', from: day(15), until: day(20) }], now)).toBe('cleo')
  expect(chooseOwner(members, [{ userId: 'ann', from: day(10), until: day(15) }], now)).toBe('ann')
})

it('what nobody can take is given to nobody', () => {
  expect(chooseOwner([], [], now)).toBeUndefined()
  expect(chooseOwner([{ id: 'ann', load: 0, capacity: 0 }], [], now)).toBeUndefined()
})

const ids = ['ann', 'ben', 'cleo', 'dov', 'eve', 'fay']
const someMembers: fc.Arbitrary<Member[]> = fc
  .uniqueArray(fc.constantFrom(...ids))
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((id) =>
        fc
          .record({ load: fc.nat(4), capacity: fc.option(fc.nat(4), { nil: undefined }) })
          .map(({ load, capacity }): Member => ({ id, load, ...(capacity !== undefined && { capacity }) })),
      ),
    ),
  )
const someAbsences: fc.Arbitrary<Absence[]> = fc.array(
  fc
    .record({ userId: fc.constantFrom(...ids), from: fc.integer({ min: 10, max: 20 }), days: fc.nat(6) })
    .map(({ userId, from, days }) => ({ userId, from: day(from), until: day(from + days) })),
  { maxLength: 6 },
)

it('in 100,000 departments nobody away is chosen, no capacity exceeded, and nobody passed over who had room and fewer', () => {
  const seen = { chosen: 0, nobody: 0 }
  fc.assert(
    fc.property(someMembers, someAbsences, (members, absences) => {
      const there = members.filter(
        ({ id }) => !absences.some(({ userId, from, until }) => userId === id && from <= now && now < until),
      )
      const able = there.filter(({ load, capacity = Number.POSITIVE_INFINITY }) => load + 1 <= capacity)
      const owner = chooseOwner(members, absences, now)
      seen[owner ? 'chosen' : 'nobody'] += 1
      expect(able.some(({ id }) => id === owner)).toBe(able.length > 0)
      const chosen = able.find(({ id }) => id === owner)
      expect(able.every(({ load }) => load >= (chosen?.load ?? 0))).toBe(true)
      expect(chooseOwner([...members].reverse(), absences, now)).toBe(owner)
    }),
    { numRuns: 100_000 },
  )
  expect(Math.min(seen.chosen, seen.nobody)).toBeGreaterThan(5000)
}, 60_000)
