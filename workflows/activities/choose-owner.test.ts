import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Absence, type Choice, chooseOwner, type Member } from './choose-owner.ts'

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

it('in turn, each gets one before anybody gets a second', () => {
  const members = ['cleo', 'ann', 'ben'].map((id) => ({ id, load: 0 }))
  let last: string | undefined
  const order = Array.from({ length: 6 }, () => {
    last = chooseOwner(members, [], now, { kind: 'in-turn', ...(last && { last }) })
    return last
  })
  expect(order).toEqual(['ann', 'ben', 'cleo', 'ann', 'ben', 'cleo'])
})

it('of the named the first who can take it gets it; for who is away, who stands in; and nobody else', () => {
  const members = ['ann', 'ben', 'cleo'].map((id) => ({ id, load: id === 'ann' ? 3 : 0, capacity: 4 }))
  const named = { kind: 'named', people: ['ann', 'ben'] } as const
  const annIsAway = { userId: 'ann', from: day(10), until: day(20) }
  expect(chooseOwner(members, [], now, named)).toBe('ann')
  expect(chooseOwner(members, [annIsAway], now, named)).toBe('ben')
  expect(chooseOwner(members, [{ ...annIsAway, delegateId: 'cleo' }], now, named)).toBe('cleo')
  expect(chooseOwner([{ id: 'cleo', load: 0 }], [], now, named)).toBeUndefined()
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
    .record({
      userId: fc.constantFrom(...ids),
      from: fc.integer({ min: 10, max: 20 }),
      days: fc.nat(6),
      delegateId: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    })
    .map(({ userId, from, days, delegateId }) => ({
      userId,
      from: day(from),
      until: day(from + days),
      ...(delegateId && { delegateId }),
    })),
  { maxLength: 6 },
)
const someChoice: fc.Arbitrary<Choice> = fc.oneof(
  fc.constant<Choice>({ kind: 'least-loaded' }),
  fc
    .option(fc.constantFrom(...ids), { nil: undefined })
    .map((last): Choice => ({ kind: 'in-turn', ...(last && { last }) })),
  fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }).map((people): Choice => ({ kind: 'named', people })),
)

it('in 100,000 departments nobody away is chosen, no capacity exceeded, and nobody passed over whose it was by the rule', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(someMembers, someAbsences, someChoice, (members, absences, choice) => {
      const awayNow = absences.filter(({ from, until }) => from <= now && now < until)
      const able = members
        .filter(({ id }) => !awayNow.some(({ userId }) => userId === id))
        .filter(({ load, capacity = Number.POSITIVE_INFINITY }) => load + 1 <= capacity)
      const owner = chooseOwner(members, absences, now, choice)
      const chosen = able.find(({ id }) => id === owner)
      const kind = `${choice.kind} ${chosen ? 'chosen' : 'nobody'}`
      seen.set(kind, (seen.get(kind) ?? 0) + 1)
      expect(owner === undefined || chosen !== undefined).toBe(true)
      expect(chooseOwner([...members].reverse(), absences, now, choice)).toBe(owner)
      if (choice.kind === 'named') {
        const standsInFor = (person: string, id: string) =>
          awayNow.some(({ userId, delegateId }) => userId === person && delegateId === id)
        const whoMay = (person: string) => able.filter(({ id }) => id === person || standsInFor(person, id))
        const first = choice.people.find((person) => whoMay(person).length > 0)
        expect(first === undefined ? owner === undefined : whoMay(first).some(({ id }) => id === owner)).toBe(true)
        return
      }
      expect(chosen !== undefined).toBe(able.length > 0)
      if (!chosen) return
      if (choice.kind === 'least-loaded') expect(able.every(({ load }) => load >= chosen.load)).toBe(true)
      else expect(able.every(({ id }) => stepsAfter(choice.last, id) >= stepsAfter(choice.last, chosen.id))).toBe(true)
    }),
    { numRuns: 100_000 },
  )
  expect(seen.size).toBe(6)
  expect(Math.min(...seen.values())).toBeGreaterThan(3000)
}, 120_000)

/** How many turns after another's somebody's comes, in the order of ids. */
const stepsAfter = (last: string | undefined, id: string): number =>
  last === undefined ? ids.indexOf(id) : (ids.indexOf(id) - ids.indexOf(last) + ids.length - 1) % ids.length
