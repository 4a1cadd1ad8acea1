import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { callsOf, lateFrom } from './call-support.ts'
import { clocksOf } from './clocks.ts'
import { ageBase, countingFacts } from './known-facts.ts'
import { lapsesOf } from './lapse.ts'
import { newValuesOf } from './thresholds.ts'
import { isClockRunning } from './urge-support.ts'

const day = 86_400_000

/**
 * The next instant at which the deal may change by itself: a due time, a late call, a fact that comes of age, a lapse, a
 * new value of a threshold.
 */
export function nextWakeUp(plan: Plan, state: DealState, now: string): string | undefined {
  if (state.status === 'closed') return undefined
  const instants = [
    ...dueTimes(state),
    ...lateCalls(plan, state, now),
    ...comingOfAge(plan, state, now),
    ...lapsesOf(plan, state),
    ...newValuesOf(plan, state),
  ]
  const soonest = Math.min(...instants.filter((instant) => instant > Date.parse(now)))
  return Number.isFinite(soonest) ? new Date(soonest).toISOString() : undefined
}

function dueTimes(state: DealState): number[] {
  const owed = [
    ...Object.values(state.tasks).filter(({ status }) => status === 'open'),
    ...Object.values(state.supportRequests).filter(isClockRunning),
    ...Object.values(state.objections).filter(({ status }) => status !== 'closed'),
  ]
  return [...owed.flatMap(({ dueAt }) => dueAt ?? []), ...urgings(state)].map((at) => Date.parse(at))
}

/** When owners are to be reminded, and what is overdue is to go further up. */
const urgings = (state: DealState): string[] =>
  Object.values(state.supportRequests)
    .filter(isClockRunning)
    .flatMap(({ remindAt, remindedAt, escalations = [] }) => [
      ...(remindAt && !remindedAt ? [remindAt] : []),
      ...escalations.map(({ at }) => at),
    ])

function lateCalls(plan: Plan, state: DealState, now: string): number[] {
  const startOf = clocksOf(plan, state, now)
  return callsOf(plan, state).flatMap((call) => lateFrom(call, startOf) ?? [])
}

function comingOfAge(plan: Plan, state: DealState, now: string): number[] {
  if (plan.ages.length === 0) return []
  const standing = countingFacts(plan, state.observations, now)
  return plan.ages.flatMap(({ fact, days }) => {
    const known = standing.get(fact)
    return known ? [ageBase(plan, fact, known) + days * day] : []
  })
}
