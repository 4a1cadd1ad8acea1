import type { Plan } from '../compile/plan.ts'
import type { DealState, Observation } from '../deal/deal-state.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import { fits } from '../facts/fits.ts'
import type { Scalar } from '../model/condition.ts'
import { gradeRank } from '../model/value-type.ts'
import { type HasLapsed, lapsedBy, neverLapses } from './lapse.ts'
import { thresholdFacts } from './thresholds.ts'

const day = 86_400_000

/** What stands for a fact: its value, its best grade as a rank, and the instant, in milliseconds, since which it is known. */
export type Standing = { value: Scalar; grade: number; since: number }

/**
 * What stands for each observed fact: the value of the observation learnt last (by its own time, then by id), with the
 * best grade among those that say the same, known since the earliest of them. So the order of recording plays no part.
 * Where the last word has lapsed nothing stands, and what has lapsed lends no grade to what was said since.
 */
export function standingFacts(
  observations: DealState['observations'],
  hasLapsed: HasLapsed = neverLapses,
): Map<string, Standing> {
  const live = Object.entries(observations).filter(([, observation]) => !observation.withdrawnAt)
  const byFact = new Map<string, [string, Observation][]>()
  for (const entry of live) {
    const others = byFact.get(entry[1].fact)
    if (others) others.push(entry)
    else byFact.set(entry[1].fact, [entry])
  }
  const standing = new Map<string, Standing>()
  for (const [fact, entries] of byFact) {
    const latest = entries.reduce((a, b) => (b[1].at > a[1].at || (b[1].at === a[1].at && b[0] > a[0]) ? b : a))[1]
    if (hasLapsed(latest)) continue
    const agreeing = entries
      .map(([, observation]) => observation)
      .filter((observation) => observation.value === latest.value && !hasLapsed(observation))
    standing.set(fact, {
      value: latest.value,
      grade: Math.max(...agreeing.map(({ grade }) => gradeRank(grade))),
      since: Math.min(...agreeing.map(({ at }) => Date.parse(at))),
    })
  }
  return standing
}

/** What stands and counts on a plan: it knows the fact, and the value is of its type there. The rest is kept, and asks nothing. */
export function countingFacts(plan: Plan, observations: DealState['observations'], now: string): Map<string, Standing> {
  const standing = [...standingFacts(observations, lapsedBy(plan, now))]
  return new Map(
    standing.filter(([fact, { value }]) => {
      const type = plan.observable[fact]
      return type !== undefined && fits(type, value)
    }),
  )
}

/** The instant, in milliseconds, from which a fact's age counts: its own date where it is one. */
export function ageBase(plan: Plan, fact: string, standing: Standing): number {
  if (plan.observable[fact]?.kind !== 'date' || typeof standing.value !== 'string') return standing.since
  const own = Date.parse(standing.value)
  return Number.isNaN(own) ? standing.since : own
}

/** The facts of a deal at an instant, before its layers are judged. */
export function knownFacts(plan: Plan, state: DealState, now: string): KnownFacts {
  const facts: Record<string, Scalar> = {}
  for (const [fact, standing] of countingFacts(plan, state.observations, now)) {
    facts[fact] = standing.value
    facts[factName.grade(fact)] = standing.grade
    facts[factName.daysSince(fact)] = Math.floor((Date.parse(now) - ageBase(plan, fact, standing)) / day)
  }
  for (const request of Object.values(state.supportRequests).sort((a, b) => a.seq - b.seq))
    if (request.trigger && request.verdict && request.status !== 'cancelled' && request.askedAgain === undefined)
      facts[factName.support(request.trigger)] = request.verdict
  for (const task of Object.values(state.tasks))
    if (task.action && task.status === 'done') facts[factName.action(task.action)] = true
  for (const deviation of Object.values(state.deviations))
    if (deviation.kind === 'drop-action') facts[factName.action(deviation.target)] = true
  facts[factName.openObjections] = Object.values(state.objections).filter(({ status }) => status !== 'closed').length
  if (state.style) facts[factName.style] = state.style
  return { ...facts, ...thresholdFacts(plan, state, now) }
}
