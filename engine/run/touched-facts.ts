import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { factsIn } from '../evaluate/evaluate.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import { commitmentsBeneath, leaderOf } from './sign-off.ts'

/** A deal before an event, and what was known of it then, judged at the instant of the event. */
export type Before = { state: DealState; facts: KnownFacts }

/**
 * The facts that may be other than they were when the deal's last step judged them: what the event changed, what that step
 * itself wrote behind its judgement, and what changes without an event. A fact of a kind that is not known here to stay as it
 * is counts as touched.
 */
export function touchedFacts(plan: Plan, before: Before, facts: KnownFacts): Set<string> {
  const changed = [...Object.keys(before.facts), ...Object.keys(facts)].filter(
    (fact) => before.facts[fact] !== facts[fact],
  )
  return new Set([
    ...changed,
    ...writtenBehind(before.state),
    ...withTime(plan, before.state),
    ...coveredByLeader(plan, before.facts),
    ...derivedFacts(plan),
  ])
}

/** A step lifts refusals after it has judged; what they said is gone for the next. */
const writtenBehind = ({ supportRequests, seq }: DealState): string[] =>
  Object.values(supportRequests)
    .filter((request) => request.seq === seq)
    .map(({ trigger }) => factName.support(trigger))

/** The age of what was observed, and promises that lapse. The clock may also have been set back. */
function withTime({ lapses }: Plan, { observations }: DealState): string[] {
  const observed = new Set(Object.values(observations).map(({ fact }) => fact))
  return [...observed].flatMap((fact) => [
    factName.daysSince(fact),
    ...(lapses?.[fact] === undefined ? [] : [fact, factName.grade(fact)]),
  ])
}

/** Whether a leader has committed can hang on people and time, and with it what the leader covers. */
function coveredByLeader(plan: Plan, facts: KnownFacts): string[] {
  const leader = leaderOf(plan, facts)
  return leader ? commitmentsBeneath(plan, leader).flatMap((fact) => [fact, factName.grade(fact)]) : []
}

const derived = new WeakMap<Plan, string[]>()
const stays = ['attribute.', 'element.', 'commitment.', 'grade.', 'days-since.', 'support.', 'action.']

/** Facts of a plan's rules that follow from more than what was observed, asked and done: layers, thresholds. */
function derivedFacts(plan: Plan): string[] {
  const made = derived.get(plan)
  if (made) return made
  const facts = [...new Set(Object.values(plan.rules).flatMap(factsIn))].filter(
    (fact) =>
      fact !== factName.style && fact !== factName.openObjections && !stays.some((kind) => fact.startsWith(kind)),
  )
  derived.set(plan, facts)
  return facts
}
