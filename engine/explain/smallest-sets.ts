import type { KnownFacts } from '../facts/fact.ts'
import type { Condition, Scalar, Test } from '../model/condition.ts'
import { holdsFor } from './holds-for.ts'

/** Values that a fact can take, as far as the given comparisons tell them apart. Undefined: it is not known. */
export type PossibleValues = (fact: string, tests: Test[]) => (Scalar | undefined)[]

type Term = readonly Test[]

/**
 * All smallest sets of facts that have to become known, or change, for a lowered condition to hold; all other facts stay
 * as they are. No set contains another. An empty set: it holds already. No set: nothing can make it hold.
 *
 * The terms of the disjunctive normal form are the ways to meet the condition; the facts a term asks for and does not
 * have yet are a set, where one value can meet all that the term asks of that fact.
 */
export function smallestSets(condition: Condition, facts: KnownFacts, possible: PossibleValues): string[][] {
  const sets = termsOf(condition).flatMap((term) => {
    const missing = missingIn(term, facts, possible)
    return missing ? [missing] : []
  })
  return withoutSupersets(sets, (fact) => fact).sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
}

function missingIn(term: Term, facts: KnownFacts, possible: PossibleValues): string[] | undefined {
  const missing = [...new Set(term.filter((test) => !holdsFor(test, facts[test.fact])).map((test) => test.fact))].sort()
  const canBe = missing.every((fact) => {
    const asked = term.filter((test) => test.fact === fact)
    return possible(fact, asked).some((value) => asked.every((test) => holdsFor(test, value)))
  })
  return canBe ? missing : undefined
}

function termsOf(condition: Condition): Term[] {
  if ('not' in condition) throw new Error('lower the condition first')
  if ('any' in condition) return absorb(condition.any.flatMap(termsOf))
  if ('all' in condition)
    return condition.all.reduce<Term[]>((terms, member) => absorb(product(terms, termsOf(member))), [[]])
  return [[condition]]
}

const product = (left: Term[], right: Term[]): Term[] => left.flatMap((a) => right.map((b) => [...a, ...b]))

const absorb = (terms: Term[]): Term[] => withoutSupersets(terms, (test) => JSON.stringify(test))

/** Drops every set that has all members of another one, and repetitions. */
function withoutSupersets<Member>(sets: readonly (readonly Member[])[], keyOf: (member: Member) => string): Member[][] {
  const distinct = sets
    .map((set) => new Map(set.map((member) => [keyOf(member), member])))
    .sort((a, b) => a.size - b.size)
  const kept: Map<string, Member>[] = []
  for (const set of distinct)
    if (!kept.some((smaller) => [...smaller.keys()].every((key) => set.has(key)))) kept.push(set)
  return kept.map((set) => [...set.values()])
}
