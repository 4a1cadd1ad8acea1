import type { DealState } from './deal-state.ts'
import type { Person } from './person.ts'

const rank = { high: 0, medium: 1, low: 2 }

/** Whether a person holds, or held, a role. */
export const holds = (person: Person, role: string): boolean =>
  person.role === role || (person.alsoHolds?.includes(role) ?? false)

/** Who holds a buying role of this deal now, with their ids: the most influential first, then who was written first. */
export function holdersOf(state: DealState, role: string): [string, Person][] {
  return Object.entries(state.people ?? {})
    .filter(([, person]) => holds(person, role) && person.leftAt === undefined)
    .sort(([, a], [, b]) => rank[a.influence] - rank[b.influence] || a.seq - b.seq)
}
