import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCondition, anyFacts, randomFacts } from '../../tests/support/random-conditions.ts'
import { lowerCondition } from '../compile/lower-condition.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { type Condition, type Scalar, testsIn } from '../model/condition.ts'
import { holdsFor } from './holds-for.ts'
import { valuesOf } from './possible-values.ts'
import { smallestSets } from './smallest-sets.ts'

type Facts = Record<string, Scalar | undefined>
const types = new Map(randomFacts)
const possible = (fact: string, tests: Parameters<typeof valuesOf>[1]) =>
  valuesOf(types.get(fact) ?? { kind: 'flag' }, tests)

/** A second reading of conditions, on the drawing as it is: true, false, or undefined for the unknown (Kleene, 1938). */
function kleene(condition: Condition, facts: Facts): boolean | undefined {
  if ('not' in condition) {
    const inner = kleene(condition.not, facts)
    return inner === undefined ? undefined : !inner
  }
  if ('all' in condition) {
    const members = condition.all.map((member) => kleene(member, facts))
    return members.includes(false) ? false : members.includes(undefined) ? undefined : true
  }
  if ('any' in condition) {
    const members = condition.any.map((member) => kleene(member, facts))
    return members.includes(true) ? true : members.includes(undefined) ? undefined : false
  }
  const value = facts[condition.fact]
  if (condition.operator === 'isKnown') return value !== undefined
  if (condition.operator === 'isUnknown') return value === undefined
  return value === undefined ? undefined : holdsFor(condition, value)
}

/** Tries every subset of the facts, small ones first, with every combination of values that matter. */
function bruteForce(condition: Condition, facts: Facts, names: string[]): string[][] {
  const choices = [undefined, true, false, 0, 1, 1.5, 2, 2.5, 3, 4, 'red', 'green', 'blue']
  const fitting = (fact: string) => {
    const kind = types.get(fact)?.kind
    return choices.filter(
      (value) =>
        value === undefined ||
        (kind === 'flag'
          ? typeof value === 'boolean'
          : kind === 'number'
            ? typeof value === 'number'
            : typeof value === 'string'),
    )
  }
  const canHold = (set: string[], assumed: Facts): boolean => {
    const [fact, ...rest] = set
    if (fact === undefined) return kleene(condition, assumed) === true
    return fitting(fact).some((value) => canHold(rest, { ...assumed, [fact]: value }))
  }
  const found: string[][] = []
  const subsets = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, n) => bits & (1 << n)),
  ).sort((a, b) => a.length - b.length)
  for (const set of subsets) {
    if (found.some((smaller) => smaller.every((fact) => set.includes(fact)))) continue
    if (canHold(set, facts)) found.push(set)
  }
  return found.map((set) => [...set].sort()).sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
}

const namesIn = (condition: Condition) => [...new Set(testsIn(condition).map(({ fact }) => fact))].sort()

describe('the smallest sets of missing facts', () => {
  it('equal those of brute force over every subset and value, for random conditions of few facts', () => {
    fc.assert(
      fc.property(anyCondition(5), anyFacts(5), (condition, facts) => {
        fc.pre(namesIn(condition).length <= 4)
        expect(smallestSets(lowerCondition(condition), facts, possible)).toEqual(
          bruteForce(condition, facts, namesIn(condition)),
        )
      }),
      { numRuns: 1500 },
    )
  })

  it('equal those of brute force over all 16,384 subsets of fourteen flags', () => {
    const flags = Array.from({ length: 14 }, (_, n) => `g${n}`)
    const test = fc.record({
      fact: fc.constantFrom(...flags),
      operator: fc.constant('equal' as const),
      value: fc.constant(true),
    })
    const clause = fc.record({ any: fc.array(test, { minLength: 1, maxLength: 4 }) })
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 6 }), fc.subarray(flags), (clauses, known) => {
        const facts = Object.fromEntries(known.map((flag) => [flag, true]))
        const satisfied = (bits: number) =>
          clauses.every(({ any }) => any.some(({ fact }) => facts[fact] || bits & (1 << flags.indexOf(fact))))
        const minimal = Array.from({ length: 2 ** 14 }, (_, bits) => bits).filter(
          (bits) => satisfied(bits) && flags.every((_, n) => !(bits & (1 << n)) || !satisfied(bits & ~(1 << n))),
        )
        const asSets = minimal.map((bits) =>
          flags
            .filter((_, n) => bits & (1 << n))
            .sort()
            .join(),
        )
        const found = smallestSets({ all: clauses }, facts, () => [undefined, true, false]).map((set) => set.join())
        expect(found.sort()).toEqual(asSets.sort())
      }),
      { numRuns: 60 },
    )
  })

  it('keep the unknown apart from the false: a known no has to change, an unknown has to be learnt', () => {
    const wish: Condition = {
      all: [
        { fact: 'f0', operator: 'equal', value: true },
        { fact: 'f3', operator: 'equal', value: true },
      ],
    }
    expect(smallestSets(wish, { f0: true }, possible)).toEqual([['f3']])
    expect(smallestSets(wish, { f0: false, f3: true }, possible)).toEqual([['f0']])
  })

  it('are found for forty departments that one amount calls in one after another', () => {
    const departments = Array.from({ length: 40 }, (_, n): Condition => {
      const called: Condition = { fact: 'amount', operator: 'greaterThan', value: n }
      return { any: [{ not: called }, { all: [called, { fact: `signed${n}`, operator: 'equal', value: true }] }] }
    })
    const large: Condition = { fact: 'amount', operator: 'greaterThanInclusive', value: 20 }
    const possibleHere: typeof possible = (fact, tests) =>
      valuesOf(fact === 'amount' ? { kind: 'money' } : { kind: 'flag' }, tests)
    expect(smallestSets(lowerCondition({ all: [large, ...departments] }), {}, possibleHere)).toEqual([
      ['amount', ...Array.from({ length: 20 }, (_, n) => `signed${n}`)].sort(),
    ])
  })

  it('are none at all where nothing can make the condition hold', () => {
    expect(
      smallestSets(
        {
          all: [
            { fact: 'f1', operator: 'greaterThan', value: 3 },
            { fact: 'f1', operator: 'lessThan', value: 2 },
          ],
        },
        {},
        possible,
      ),
    ).toEqual([])
  })
})

it('json-rules-engine and the second reading agree on what holds, for random conditions and facts', async () => {
  await fc.assert(
    fc.asyncProperty(anyCondition(8), anyFacts(8), async (condition, facts) => {
      const held = await evaluate({ rule: lowerCondition(condition), no: lowerCondition(condition, true) }, facts)
      const expected = kleene(condition, facts)
      expect([held.has('rule'), held.has('no')]).toEqual([expected === true, expected === false])
    }),
    { numRuns: 2000 },
  )
})
