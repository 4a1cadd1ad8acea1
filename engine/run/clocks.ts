import type { Plan } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { factName } from '../facts/fact.ts'
import { ageBase, countingFacts, type Standing } from './known-facts.ts'

/**
 * When the time of something starts, in milliseconds: its own opening, or, where it starts on an element or commitment,
 * the instant at which that was obtained (its own date where it is one). Undefined as long as it is not.
 */
export type StartOf = (opening: string, from: string | undefined) => number | undefined

export function clocksOf(plan: Plan, state: DealState, now: string): StartOf {
  let counting: Map<string, Standing> | undefined
  return (opening, from) => {
    if (from === undefined) return Date.parse(opening)
    counting ??= countingFacts(plan, state.observations, now)
    for (const fact of [factName.element(from), factName.commitment(from)]) {
      const standing = counting.get(fact)
      if (standing && standing.value !== false) return ageBase(plan, fact, standing)
    }
    return undefined
  }
}
