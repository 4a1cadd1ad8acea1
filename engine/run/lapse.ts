import type { Plan } from '../compile/plan.ts'
import type { DealState, Observation } from '../deal/deal-state.ts'

/**
 * A promise that the model lets hold for a time only counts from when it was given until that time is over: at that
 * instant it is as if it had been withdrawn, until it is given again. A no does not lapse.
 */
export type HasLapsed = (observation: Observation) => boolean

export const neverLapses: HasLapsed = () => false

export function lapsedBy(plan: Plan, now: string): HasLapsed {
  if (!plan.lapses) return neverLapses
  return (observation) => (lapsesAt(plan, observation) ?? Number.POSITIVE_INFINITY) <= Date.parse(now)
}

/** The instants, in milliseconds, at which promises of a deal lapse. */
export const lapsesOf = (plan: Plan, state: DealState): number[] =>
  plan.lapses
    ? Object.values(state.observations)
        .filter(({ withdrawnAt }) => withdrawnAt === undefined)
        .flatMap((observation) => lapsesAt(plan, observation) ?? [])
    : []

function lapsesAt({ lapses }: Plan, { fact, value, at }: Observation): number | undefined {
  const holdsFor = lapses?.[fact]
  return holdsFor !== undefined && value === true ? Date.parse(at) + holdsFor : undefined
}
