import { z } from 'zod'
import { type FactSource, factSourceSchema, type Plan, type PlannedStage, triggersOf } from '../compile/plan.ts'
import { type DealState, type StageStatus, stageStatusSchema } from '../deal/deal-state.ts'
import { lockedBy } from '../deal/refuse-lock.ts'
import type { KnownFacts } from '../facts/fact.ts'
import { type Condition, type Test, testsIn, thresholdOf } from '../model/condition.ts'
import { type Grade, gradeSchema, grades } from '../model/value-type.ts'
import { type Chain, chainOf } from '../run/chain-of.ts'
import { signedFact } from '../run/signing.ts'
import { type InForce, thresholdsInForce } from '../run/thresholds.ts'
import { inForce } from './in-force.ts'
import { typeOfFact, valuesOf } from './possible-values.ts'
import { smallestSets } from './smallest-sets.ts'
import { spellOut } from './spell-out.ts'

/**
 * A fact that a stage waits for. `unknown`: nobody has brought it. `against`: it is known, and not as the stage needs it.
 * `too-young`: it has to become older. `lapsed`: the promise no longer holds and has to be given again.
 * `returned`: the sign-off was sent back since, so it has to be given again.
 */
const missingFactSchema = z.object({
  fact: z.string(),
  status: z.enum(['unknown', 'against', 'too-young', 'lapsed', 'returned']),
  source: factSourceSchema,
  grade: gradeSchema.exactOptional(),
  /** The thresholds that it is compared with, with the value that counts here and since when that is in force. */
  thresholds: z.array(z.object({ threshold: z.string(), amount: z.number(), since: z.string() })).exactOptional(),
})
export type MissingFact = z.infer<typeof missingFactSchema>

/**
 * Why a stage is not complete. Any one of `sets` would do, once the stages in `after` are passed, `objections` closed and
 * the `locks` of departments lifted. `refusals` are support requests whose approval the stage waits for, and which the model
 * itself refused: they are asked anew once the facts no longer say so.
 */
export const whyNotYetSchema = z
  .object({
    stage: z.string(),
    status: stageStatusSchema,
    after: z.array(z.string()),
    objections: z.array(z.string()),
    locks: z.array(z.string()),
    refusals: z.array(z.string()),
    sets: z.array(z.array(missingFactSchema)),
  })
  .meta({ id: 'WhyNotYet' })
export type WhyNotYet = z.infer<typeof whyNotYetSchema>

/**
 * The answer for every stage that is not passed, or for those of `only`, in the plan's order: what a list shows of many deals
 * is explained for the stages that it shows. Pure.
 */
export async function whyNotYet(
  plan: Plan,
  state: DealState,
  now: string,
  only?: readonly string[],
): Promise<WhyNotYet[]> {
  const chain = await chainOf(plan, state, now)
  const thresholds = thresholdsInForce(plan, state, now)
  const asked = only ? plan.stages.filter(({ id }) => only.includes(id)) : plan.stages
  return asked.flatMap((stage) => {
    const status = state.stages[stage.id]?.status ?? 'waiting'
    return status === 'completed' || status === 'skipped' ? [] : [explainStage(chain, state, stage, status, thresholds)]
  })
}

function explainStage(
  chain: Chain,
  state: DealState,
  stage: PlannedStage,
  status: StageStatus,
  thresholds: InForce[],
): WhyNotYet {
  const { plan, facts } = chain
  const criterion: Condition = { all: [...(status === 'waiting' ? entryOf(plan, stage) : []), rule(plan, stage.exit)] }
  const asked = spellOut(chain, criterion)
  const tests = testsByFact(asked)
  const sets = smallestSets(inForce(asked, facts), facts, (fact, tests) => valuesOf(typeOfFact(plan, fact), tests))
  return {
    stage: stage.id,
    status,
    after: status === 'waiting' ? stage.incoming.map(({ from }) => from).filter((from) => !isPassed(state, from)) : [],
    objections: Object.entries(state.objections).flatMap(([id, objection]) =>
      objection.blocks && objection.status !== 'closed' && objection.stage === stage.id ? [id] : [],
    ),
    locks: lockedBy(state),
    refusals: refusalsAt(state, stage.id),
    sets: smallestOf(sets.map((set) => asMissing(plan, tests, set, facts, state, thresholds))),
  }
}

const refusalsAt = ({ supportRequests }: DealState, at: string): string[] =>
  Object.entries(supportRequests)
    .filter(([, { refusedByModel, blocks, stage }]) => refusedByModel && blocks && stage === at)
    .filter(([, { status, askedAgain }]) => status !== 'cancelled' && askedAgain === undefined)
    .map(([id]) => id)

const rule = (plan: Plan, id: string): Condition => plan.rules[id] ?? { all: [] }

const isPassed = (state: DealState, stage: string): boolean =>
  ['completed', 'skipped'].includes(state.stages[stage]?.status ?? 'waiting')

function entryOf(plan: Plan, stage: PlannedStage): Condition[] {
  const ways = stage.incoming.map(
    (transition): Condition => (transition.rule ? rule(plan, transition.rule.now) : { all: [] }),
  )
  const entry = stage.entry ? [rule(plan, stage.entry.now)] : []
  if (ways.length === 0) return entry
  return [stage.join === 'all' ? { all: ways } : { any: ways }, ...entry]
}

/** A fact, its grade and its age are brought as one, so a set may turn out to have all of another. */
function smallestOf(sets: MissingFact[][]): MissingFact[][] {
  const names = sets.map((set) => new Set(set.map(({ fact }) => fact)))
  const isWithin = (set: MissingFact[], n: number) => set.every(({ fact }) => names[n]?.has(fact))
  return sets.filter(
    (set, n) => !sets.some((other, m) => m !== n && isWithin(other, n) && (other.length < set.length || m < n)),
  )
}

/** Every comparison of a condition, by the fact that it is of: it is looked up for each fact of each set. */
function testsByFact(condition: Condition): (fact: string) => Test[] {
  const tests = new Map<string, Test[]>()
  for (const test of testsIn(condition)) {
    const known = tests.get(test.fact)
    if (known) known.push(test)
    else tests.set(test.fact, [test])
  }
  return (fact) => tests.get(fact) ?? []
}

function asMissing(
  plan: Plan,
  tests: (fact: string) => Test[],
  set: string[],
  facts: KnownFacts,
  { observations }: DealState,
  thresholds: InForce[],
): MissingFact[] {
  const wasObserved = (fact: string) =>
    Object.values(observations).some((one) => one.fact === fact && one.withdrawnAt === undefined)
  const statusOf = (name: string, fact: string) => {
    if (name.startsWith('within(') && facts[fact] === true) return 'returned'
    if (facts[fact] === undefined) return wasObserved(fact) ? 'lapsed' : 'unknown'
    return name.startsWith('days-since.') ? 'too-young' : 'against'
  }
  const missing = new Map<string, MissingFact>()
  for (const name of set) {
    const fact = signedFact(name).replace(/^(grade|days-since)\./, '')
    const grade = /^(grade\.|within\()/.test(name) ? neededGrade(tests(name)) : missing.get(fact)?.grade
    const compared = [...(missing.get(fact)?.thresholds ?? []), ...comparedWith(tests(name), thresholds)]
    missing.set(fact, {
      fact,
      status: statusOf(name, fact),
      source: sourceOf(plan, fact),
      ...(grade && { grade }),
      ...(compared.length > 0 && { thresholds: compared }),
    })
  }
  return [...missing.values()]
}

/** The thresholds that comparisons are with, as far as one is in force. */
function comparedWith(tests: Test[], thresholds: InForce[]): NonNullable<MissingFact['thresholds']> {
  const names = new Set(tests.flatMap((test) => thresholdOf(test) ?? []))
  if (names.size === 0) return []
  const compared = thresholds.flatMap(({ fact: name, threshold, value }) =>
    names.has(name) && value ? [{ threshold, amount: value.amount, since: value.from }] : [],
  )
  return [...new Map(compared.map((one) => [`${one.threshold} ${one.since}`, one])).values()]
}

function sourceOf(plan: Plan, fact: string): FactSource {
  if (fact.startsWith('support.')) {
    const id = fact.slice('support.'.length)
    const trigger = triggersOf(plan).find((one) => one.id === id)
    return { roles: [], actions: [], departments: trigger?.department ? [trigger.department] : [] }
  }
  if (fact.startsWith('action.')) return { roles: [], actions: [fact.slice('action.'.length)], departments: [] }
  return plan.sources[fact] ?? { roles: [], actions: [], departments: [] }
}

/** The best grade that comparisons ask for, so that one visit is enough. */
function neededGrade(tests: Test[]): Grade | undefined {
  const rank = Math.max(...tests.map(({ value }) => Number(value)))
  return rank > 1 ? grades[rank - 1] : undefined
}
