import type { DealState } from '../deal/deal-state.ts'
import { factName } from '../facts/fact.ts'
import { standingFacts } from '../run/known-facts.ts'
import type { HasLapsed } from '../run/lapse.ts'

/** Of the elements and commitments that a task is to bring those that are not there yet: a no, or what has lapsed, is none. */
export function leftToBring(
  { observations }: Pick<DealState, 'observations'>,
  brings: readonly string[],
  hasLapsed?: HasLapsed,
): string[] {
  const standing = standingFacts(observations, hasLapsed)
  const isThere = (fact: string) => (standing.get(fact)?.value ?? false) !== false
  return brings.filter((id) => !isThere(factName.element(id)) && !isThere(factName.commitment(id)))
}
