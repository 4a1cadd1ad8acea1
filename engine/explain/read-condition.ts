import type { KnownFacts } from '../facts/fact.ts'
import { type Condition, type Scalar, type Test, thresholdOf } from '../model/condition.ts'
import { holdsFor } from './holds-for.ts'

/** What a condition comes to: it holds, or does not, or that cannot be said yet since a fact is unknown. */
type Answer = 'yes' | 'no' | 'unknown'

/**
 * A condition read on known facts, with the answer of each of its parts. A comparison carries the value that it met, and
 * what it was compared with where that is a threshold; either is left out where it is unknown.
 */
export type Reading = { answer: Answer } & (
  | { kind: 'test'; test: Test; value?: Scalar; against?: Scalar }
  | { kind: 'all' | 'any'; members: Reading[] }
  | { kind: 'not'; member: Reading }
)

/**
 * Reads a condition part by part. json-rules-engine judges, and stops where the rest no longer matters; this says the same of the
 * whole and answers for every part. A fact that is unknown leaves its comparison unknown, other than for those that ask
 * whether it is known.
 */
export function readCondition(condition: Condition, facts: KnownFacts): Reading {
  if ('all' in condition) {
    const members = condition.all.map((member) => readCondition(member, facts))
    return { kind: 'all', answer: least(members), members }
  }
  if ('any' in condition) {
    const members = condition.any.map((member) => readCondition(member, facts))
    return { kind: 'any', answer: most(members), members }
  }
  if ('not' in condition) {
    const member = readCondition(condition.not, facts)
    return { kind: 'not', answer: opposite[member.answer], member }
  }
  return readTest(condition, facts)
}

function readTest(test: Test, facts: KnownFacts): Reading {
  const value = facts[test.fact]
  const threshold = thresholdOf(test)
  const against = threshold === undefined ? undefined : facts[threshold]
  const read = {
    kind: 'test' as const,
    test,
    ...(value !== undefined && { value }),
    ...(against !== undefined && { against }),
  }
  const asksWhether = test.operator === 'isKnown' || test.operator === 'isUnknown'
  if (!asksWhether && (value === undefined || (threshold !== undefined && against === undefined)))
    return { ...read, answer: 'unknown' }
  const asked = against === undefined ? test : { ...test, value: against }
  return { ...read, answer: holdsFor(asked, value) ? 'yes' : 'no' }
}

const opposite: Record<Answer, Answer> = { yes: 'no', no: 'yes', unknown: 'unknown' }
const has = (members: Reading[], answer: Answer) => members.some((member) => member.answer === answer)
const least = (members: Reading[]): Answer => (has(members, 'no') ? 'no' : has(members, 'unknown') ? 'unknown' : 'yes')
const most = (members: Reading[]): Answer => (has(members, 'yes') ? 'yes' : has(members, 'unknown') ? 'unknown' : 'no')
