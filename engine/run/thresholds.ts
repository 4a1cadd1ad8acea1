import type { Plan, PlannedThreshold, Step } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import type { KnownFacts } from '../facts/fact.ts'
import { type DatedValue, valueInForce } from '../model/threshold.ts'
import { unreachable } from '../unreachable.ts'

/** A threshold at a step of a deal, with the value in force there; none before its first date. */
export type InForce = PlannedThreshold & { value?: DatedValue }

/**
 * The thresholds of a plan with the value that was in force when each step opened. A step that has not opened takes the
 * one in force now, as it would if it opened now; so a step asks the same before and after it opens.
 */
export function thresholdsInForce(plan: Plan, state: DealState, now: string): InForce[] {
  return (plan.thresholds ?? []).map((threshold) => {
    const value = valueInForce(threshold.values, Date.parse(openingOf(threshold.step, state) ?? now))
    return { ...threshold, ...(value && { value }) }
  })
}

/** The values in force as facts, for the rules to compare with. */
export const thresholdFacts = (plan: Plan, state: DealState, now: string): KnownFacts =>
  Object.fromEntries(
    thresholdsInForce(plan, state, now).flatMap(({ fact, value }) => (value ? [[fact, value.amount]] : [])),
  )

/** Whether some step now asks for another value than before, since it opened anew. */
export function isOtherInForce(plan: Plan, before: DealState, after: DealState, now: string): boolean {
  if (!plan.thresholds) return false
  const [was, is] = [thresholdFacts(plan, before, now), thresholdFacts(plan, after, now)]
  return plan.thresholds.some(({ fact }) => was[fact] !== is[fact])
}

/** The instants, in milliseconds, at which another value comes into force for steps that have not opened. */
export const newValuesOf = (plan: Plan, state: DealState): number[] =>
  (plan.thresholds ?? [])
    .filter(({ step }) => openingOf(step, state) === undefined)
    .flatMap(({ values }) => values.map(({ from }) => Date.parse(from)))

/** When a step opened; of an objection's type, the objection that has stood open longest. Undefined before it opened. */
function openingOf(step: Step, state: DealState): string | undefined {
  const layers = state.layers ?? {}
  switch (step.kind) {
    case 'deal':
      return state.openedAt
    case 'stage':
      return state.stages[step.id]?.openedAt ?? state.stages[step.id]?.completedAt
    case 'layer':
      return layers[step.id]?.openedAt ?? layers[step.id]?.signedAt
    case 'specialist': {
      const run = Object.values(layers).flatMap(({ specialists }) => specialists?.[step.id] ?? [])[0]
      return run?.openedAt ?? run?.signedAt
    }
    case 'objection-type': {
      const open = Object.values(state.objections).filter(({ type, status }) => type === step.id && status !== 'closed')
      return open.map(({ raisedAt }) => raisedAt).sort()[0]
    }
    default:
      return unreachable(step)
  }
}
