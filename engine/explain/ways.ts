import type { KnownFacts } from '../facts/fact.ts'
import { type Condition, type Scalar, type Test, testsIn } from '../model/condition.ts'
import { holdsFor } from './holds-for.ts'

/** Values that a fact can take, as far as the given comparisons tell them apart. Undefined: it is not known. */
export type PossibleValues = (fact: string, tests: Test[]) => (Scalar | undefined)[]

/**
 * One way for a condition to hold: for each fact that it asks for, the values that would do, one bit for each kind of
 * value that the comparisons tell apart. The first bit is the value that the fact has now.
 */
export type Way = ReadonlyMap<string, bigint>

const asItIs = 1n

/** A fact that a way needs to be other than it is. */
export const isChanged = (values: bigint): boolean => (values & asItIs) === 0n

/** All that the comparisons of one condition can tell about its facts. */
export type Values = { all: (fact: string) => bigint; meeting: (test: Test) => bigint }

/** The values of every fact of a condition, those that no comparison tells apart taken together. */
export function valuesIn(condition: Condition, facts: KnownFacts, possible: PossibleValues): Values {
  const kinds = new Map<string, (Scalar | undefined)[]>()
  const asked = new Map<string, Test[]>()
  for (const test of testsIn(condition)) asked.set(test.fact, [...(asked.get(test.fact) ?? []), test])
  for (const [fact, tests] of asked) {
    const answers = (value: Scalar | undefined) => tests.map((test) => holdsFor(test, value)).join()
    const distinct = new Map<string, Scalar | undefined>()
    for (const value of [facts[fact], ...possible(fact, tests)])
      if (!distinct.has(answers(value))) distinct.set(answers(value), value)
    kinds.set(fact, [...distinct.values()])
  }
  const bits = (fact: string, fits: (value: Scalar | undefined) => boolean) =>
    (kinds.get(fact) ?? []).reduce((mask, value, n) => (fits(value) ? mask | (1n << BigInt(n)) : mask), 0n)
  return {
    all: (fact) => bits(fact, () => true),
    meeting: (test) => bits(test.fact, (value) => holdsFor(test, value)),
  }
}

/** The way that goes both ways at once; undefined where one fact would need two values. */
export function together(one: Way, other: Way): Way | undefined {
  const both = new Map(one)
  for (const [fact, values] of other) {
    const shared = values & (both.get(fact) ?? values)
    if (shared === 0n) return undefined
    both.set(fact, shared)
  }
  return both
}

/** Forgets which value a fact needs, and keeps that it has to change: enough where nothing else asks for the fact. */
export function settle(way: Way, isAskedElsewhere: (fact: string) => boolean, values: Values): Way {
  const settled = new Map<string, bigint>()
  for (const [fact, mask] of way) {
    if (isAskedElsewhere(fact)) settled.set(fact, mask)
    else if (isChanged(mask)) settled.set(fact, values.all(fact) & ~asItIs)
  }
  return settled
}

/** Drops every way that asks for all that another one asks for, and more. */
export function shortest(ways: Way[]): Way[] {
  const kept: Way[] = []
  for (const way of ways.toSorted((a, b) => a.size - b.size))
    if (!kept.some((shorter) => goesAlong(way, shorter))) kept.push(way)
  // Of two as long, the stricter may stand first.
  return kept.filter((way) => !kept.some((other) => other !== way && goesAlong(way, other)))
}

function goesAlong(way: Way, shorter: Way): boolean {
  for (const [fact, values] of shorter) {
    const own = way.get(fact)
    if (own === undefined || (own & ~values) !== 0n) return false
  }
  return true
}
