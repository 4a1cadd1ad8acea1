import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { Held } from '../evaluate/evaluate.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import type { Condition } from '../model/condition.ts'
import { gradeRank } from '../model/value-type.ts'
import { standingFacts } from './known-facts.ts'
import { lapsedBy } from './lapse.ts'

/** When a signature has to have been given to count: after a return, since `from`, before `until`. Instants in ISO 8601, UTC. */
export type Window = { after?: { at: string; seq: number }; from?: string; until?: string }

/** A commitment at a grade, given within a window where there is one. */
export type Signature = { fact: string; grade: number; window?: Window }

/** What signs something off: a signature, a rule of the chain, or so many of several others. */
export type Signing = Signature | { rule: string } | { atLeast: number; of: Signing[] }

export const allOf = (of: Signing[]): Signing => ({ atLeast: of.length, of })
export const anyOf = (of: Signing[]): Signing => ({ atLeast: 1, of })
export const always: Signing = allOf([])
export const impossible: Signing = anyOf([])

/** The fact that says at which grade a signature was given within its window. */
export const signatureFact = ({ fact, window }: Signature): string =>
  window ? `within(${window.after?.at}|${window.after?.seq}|${window.from}|${window.until}).${fact}` : fact

/** The commitment that the fact of a signature is about. */
export const signedFact = (name: string): string => name.replace(/^within\([^)]*\)\./, '')

export function isMet(signing: Signing, facts: KnownFacts, held: Held): boolean {
  if ('fact' in signing) return isGiven(signing, facts)
  if ('rule' in signing) return held.has(signing.rule)
  return signing.of.filter((one) => isMet(one, facts, held)).length >= signing.atLeast
}

function isGiven(signature: Signature, facts: KnownFacts): boolean {
  const { fact, grade, window } = signature
  const given = window ? facts[signatureFact(signature)] : facts[fact] === true && facts[factName.grade(fact)]
  return Number(given || 0) >= grade
}

/** A signing in terms of facts, for explaining. What is met already asks for nothing. */
export function conditionOf(plan: Plan, signing: Signing, facts: KnownFacts): Condition {
  if ('rule' in signing) return plan.chainRules[signing.rule] ?? { all: [] }
  if ('fact' in signing) return isGiven(signing, facts) ? { all: [] } : testsOf(signing)
  const parts = signing.of.map((one) => conditionOf(plan, one, facts))
  if (signing.atLeast === parts.length) return { all: parts }
  return { any: choose(parts, signing.atLeast).map((all) => ({ all })) }
}

/** The comparisons that a signature comes to. */
export function testsOf(signature: Signature): Condition {
  const { fact, grade, window } = signature
  if (window) return { fact: signatureFact(signature), operator: 'greaterThanInclusive', value: grade }
  const isTrue: Condition = { fact, operator: 'equal', value: true }
  return grade > 1
    ? { all: [isTrue, { fact: factName.grade(fact), operator: 'greaterThanInclusive', value: grade }] }
    : isTrue
}

/** The same signing, of which every signature has to be given within a window besides its own. */
export function within(signing: Signing, window: Window): Signing {
  if ('rule' in signing) return signing
  if ('fact' in signing) return { ...signing, window: narrowed(signing.window, window) }
  return { ...signing, of: signing.of.map((one) => within(one, window)) }
}

function narrowed(one: Window | undefined, other: Window): Window {
  const from = [one?.from, other.from]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)
  const until = [one?.until, other.until].filter((at) => at !== undefined).sort()[0]
  const after = one?.after ?? other.after
  return { ...(after && { after }), ...(from && { from }), ...(until && { until }) }
}

export function signaturesIn(signing: Signing): Signature[] {
  if ('rule' in signing) return []
  return 'fact' in signing ? [signing] : signing.of.flatMap(signaturesIn)
}

/**
 * The facts about signatures that have to be given within a window: the best grade (1 to 3) at which each was; 0 where the
 * last word is a no. Unknown where nothing was said within the window.
 */
export function windowedFacts(plan: Plan, state: DealState, signatures: Signature[], now: string): KnownFacts {
  const windowed = signatures.filter(({ window }) => window !== undefined)
  if (windowed.length === 0) return {}
  const hasLapsed = lapsedBy(plan, now)
  const standing = standingFacts(state.observations, hasLapsed)
  return Object.fromEntries(
    windowed.flatMap((signature): [string, number][] => {
      const value = standing.get(signature.fact)?.value
      if (value === undefined) return []
      if (value !== true) return [[signatureFact(signature), 0]]
      const given = Object.values(state.observations).filter(
        (one) =>
          one.fact === signature.fact &&
          one.value === true &&
          one.withdrawnAt === undefined &&
          !hasLapsed(one) &&
          isWithin(one, signature.window ?? {}),
      )
      const grade = Math.max(0, ...given.map((one) => gradeRank(one.grade)))
      return grade > 0 ? [[signatureFact(signature), grade]] : []
    }),
  )
}

const isWithin = ({ at, seq }: { at: string; seq: number }, { after, from, until }: Window): boolean =>
  (!after || at > after.at || (at === after.at && seq > after.seq)) && (!from || at >= from) && (!until || at < until)

function choose<Item>(items: Item[], count: number): Item[][] {
  if (count === 0) return [[]]
  return items.flatMap((item, n) => choose(items.slice(n + 1), count - 1).map((rest) => [item, ...rest]))
}
