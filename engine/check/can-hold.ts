import { lowerCondition } from '../compile/lower-condition.ts'
import { holdsFor } from '../explain/holds-for.ts'
import { valuesOf } from '../explain/possible-values.ts'
import type { Fact } from '../facts/fact.ts'
import type { Condition, Scalar, Test } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { grades } from '../model/value-type.ts'
import { factsOf } from './facts-of.ts'

/** Steps of the search for values. Drawn conditions take a few dozen; the question is NP-complete, so there has to be an end. */
const patience = 5_000

type Asked = ReadonlyMap<string, readonly Test[]>
type Fits = (tests: readonly Test[]) => boolean

/**
 * Whether a condition can hold: some values of its facts, of their types and at one moment, meet it. A condition too
 * tangled to be decided counts as one that can.
 */
export function canHold(model: ProcessModel, condition: Condition): boolean {
  return isSatisfiable(model, lowerCondition(condition))
}

/** Whether a condition holds whatever is known, and if nothing is. */
export function alwaysHolds(model: ProcessModel, condition: Condition): boolean {
  return !isSatisfiable(model, failing(lowerCondition(condition)))
}

/** Holds where a lowered condition is false, and where it is unknown. */
function failing(lowered: Condition): Condition {
  if ('all' in lowered) return { any: lowered.all.map(failing) }
  if ('any' in lowered) return { all: lowered.any.map(failing) }
  if ('not' in lowered) throw new Error('lower the condition first')
  const no = lowerCondition(lowered, true)
  const isUnknown: Test = { fact: lowered.fact, operator: 'isUnknown', value: true }
  return lowered.operator === 'isKnown' || lowered.operator === 'isUnknown' ? no : { any: [no, isUnknown] }
}

/** Goes through the terms of the disjunctive normal form, and drops each as soon as its comparisons contradict each other. */
function isSatisfiable(model: ProcessModel, lowered: Condition): boolean {
  const facts = factsOf(model)
  const fits: Fits = (tests) => [true, false].some((known) => fitTogether(facts, tests, known))
  let tries = 0
  const search = (open: readonly Condition[], asked: Asked): boolean => {
    tries += 1
    if (tries > patience) return true
    const { tests, choices } = spread(open)
    const narrowed = narrow(asked, tests, facts, fits)
    if (!narrowed) return false
    const [first, ...others] = choices.toSorted((a, b) => a.any.length - b.any.length)
    return !first || first.any.some((option) => search([option, ...others], narrowed))
  }
  return search([lowered], new Map())
}

type Choice = { any: Condition[] }

function spread(conditions: readonly Condition[]): { tests: Test[]; choices: Choice[] } {
  const tests: Test[] = []
  const choices: Choice[] = []
  const visit = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(visit)
    else if ('any' in condition) choices.push(condition)
    else if ('fact' in condition) tests.push(condition)
  }
  conditions.forEach(visit)
  return { tests, choices }
}

/** What is asked of each subject, with more tests; undefined where they contradict each other. */
function narrow(asked: Asked, tests: Test[], facts: ReadonlyMap<string, Fact>, fits: Fits): Asked | undefined {
  const narrowed = new Map(asked)
  for (const test of tests) {
    const subject = subjectOf(facts.get(test.fact), test.fact)
    const together = [...(narrowed.get(subject) ?? []), test]
    if (!fits(together)) return undefined
    narrowed.set(subject, together)
  }
  return narrowed
}

/** A fact, its grade and its age are known together or not at all. */
const subjectOf = (fact: Fact | undefined, name: string): string =>
  fact?.origin.kind === 'grade' || fact?.origin.kind === 'days-since' ? fact.origin.of : name

function fitTogether(facts: ReadonlyMap<string, Fact>, tests: readonly Test[], known: boolean): boolean {
  return [...new Set(tests.map(({ fact }) => fact))].every((name) => {
    const asked = tests.filter(({ fact }) => fact === name)
    return valuesOfFact(facts.get(name), asked).some(
      (value) => (value !== undefined) === known && asked.every((test) => holdsFor(test, value)),
    )
  })
}

/** Values that the run gives a fact, as far as the tests tell them apart. A layer that is not signed off is unknown, not false. */
function valuesOfFact(fact: Fact | undefined, tests: Test[]): (Scalar | undefined)[] {
  if (!fact) return [undefined]
  switch (fact.origin.kind) {
    case 'layer':
    case 'action':
      return [undefined, true]
    case 'grade':
      return [undefined, ...grades.map((_, n) => n + 1)]
    case 'days-since':
      return [undefined, ...wholeValues(fact, tests)]
    case 'objections':
      return [0, ...wholeValues(fact, tests).filter((count) => count > 0)]
    default:
      return valuesOf(fact.value, tests)
  }
}

const wholeValues = (fact: Fact, tests: Test[]): number[] =>
  valuesOf(fact.value, tests).flatMap((value) =>
    typeof value === 'number' ? [Math.floor(value), Math.ceil(value)] : [],
  )
