import { lowerCondition } from '../compile/lower-condition.ts'
import { holdsFor } from '../explain/holds-for.ts'
import { valuesOf } from '../explain/possible-values.ts'
import type { Fact } from '../facts/fact.ts'
import type { Condition, Scalar, Test } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { grades } from '../model/value-type.ts'
import { factsOf } from './facts-of.ts'
import { underEachPolicy } from './under-each-policy.ts'

/** Steps of the search for values. Drawn conditions take a few dozen; the question is NP-complete, so there has to be an end. */
const patience = 5_000

type Asked = ReadonlyMap<string, readonly Test[]>

/** Whether a fact can become known at all. Of a grade or an age it is asked by the fact that it is of. */
export type Comes = (fact: string) => boolean
const everythingComes: Comes = () => true

/** Values on which a condition holds, by fact; a fact that is left out plays no part, or has to stay unknown. */
export type Witness = ReadonlyMap<string, Scalar>

/**
 * Whether a condition can hold: some values of its facts, of their types and at one moment, meet it. A condition too
 * tangled to be decided counts as one that can.
 */
export const canHold = (model: ProcessModel, condition: Condition, comes = everythingComes): boolean =>
  search(model, lowerCondition(condition), comes) !== undefined

/** Whether a condition holds whatever is known, and if nothing is. */
export const alwaysHolds = (model: ProcessModel, condition: Condition): boolean =>
  search(model, failing(condition), everythingComes) === undefined

/** Values on which a condition holds; undefined where there are none, or it is too tangled to find them. */
export function witnessOf(model: ProcessModel, condition: Condition, comes = everythingComes): Witness | undefined {
  const found = search(model, lowerCondition(condition), comes)
  return found && new Map([...found.asked.values()].flatMap((tests) => [...(valuesFor(model, tests, comes) ?? [])]))
}

/** The condition that holds where another is false, and where it is unknown. */
export function failing(condition: Condition): Condition {
  const lowered = lowerCondition(condition)
  if ('all' in lowered) return { any: lowered.all.map(failing) }
  if ('any' in lowered) return { all: lowered.any.map(failing) }
  if ('not' in lowered) return failing(lowerCondition(lowered))
  const no = lowerCondition(lowered, true)
  const isUnknown: Test = { fact: lowered.fact, operator: 'isUnknown', value: true }
  return lowered.operator === 'isKnown' || lowered.operator === 'isUnknown' ? no : { any: [no, isUnknown] }
}

/** Looks for values under each policy that its thresholds know: those that are in force from one date on. */
function search(model: ProcessModel, lowered: Condition, comes: Comes): { asked: Asked } | undefined {
  for (const condition of underEachPolicy(model, lowered)) {
    const found = searchIn(model, condition, comes)
    if (found) return found
  }
  return undefined
}

/** Goes through the terms of the disjunctive normal form, and drops each as soon as its comparisons contradict each other. */
function searchIn(model: ProcessModel, lowered: Condition, comes: Comes): { asked: Asked } | undefined {
  const facts = factsOf(model)
  const fits = (tests: readonly Test[]) => valuesFor(model, tests, comes) !== undefined
  let tries = 0
  const from = (open: readonly Condition[], asked: Asked): { asked: Asked } | undefined => {
    tries += 1
    if (tries > patience) return { asked: new Map() }
    const { tests, choices } = spread(open)
    const narrowed = narrow(asked, tests, facts, fits)
    if (!narrowed) return undefined
    const [first, ...others] = choices.toSorted((a, b) => a.any.length - b.any.length)
    if (!first) return { asked: narrowed }
    for (const option of first.any) {
      const found = from([option, ...others], narrowed)
      if (found) return found
    }
    return undefined
  }
  return from([lowered], new Map())
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
function narrow(
  asked: Asked,
  tests: Test[],
  facts: ReadonlyMap<string, Fact>,
  fits: (tests: readonly Test[]) => boolean,
): Asked | undefined {
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

/** Values of the facts that these comparisons of one subject are about, on which all of them hold. */
function valuesFor(model: ProcessModel, tests: readonly Test[], comes: Comes): Map<string, Scalar> | undefined {
  const facts = factsOf(model)
  const names = [...new Set(tests.map(({ fact }) => fact))]
  const known = (isKnown: boolean): Map<string, Scalar> | undefined => {
    const values = new Map<string, Scalar>()
    for (const name of names) {
      const asked = tests.filter(({ fact }) => fact === name)
      const fitting = valuesOfFact(facts.get(name), asked).filter(
        (value) => (value !== undefined) === isKnown && asked.every((test) => holdsFor(test, value)),
      )
      if (fitting.length === 0) return undefined
      if (fitting[0] !== undefined) values.set(name, fitting[0])
    }
    return values
  }
  const mayCome = names.every((name) => comes(subjectOf(facts.get(name), name)))
  return (mayCome ? known(true) : undefined) ?? known(false)
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
