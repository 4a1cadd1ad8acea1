import type { BuyingRole, ProcessModel } from '#engine'
import type { DealState, Person } from '#engine/deal'

export type HeldRole = { role: BuyingRole; layer: string | undefined; people: [string, Person][] }

/** The buying roles as the ladder shows them, the decider first, each with who holds it in this deal. */
export function heldRoles({ chain }: ProcessModel, state: DealState): HeldRole[] {
  const layerOf = (role: BuyingRole) => role.layer ?? chain.specialists.find(({ id }) => id === role.specialist)?.layer
  const rung = (role: BuyingRole) => chain.layers.findIndex(({ id }) => id === layerOf(role))
  return chain.roles
    .toSorted((a, b) => rung(b) - rung(a))
    .map((role) => ({
      role,
      layer: chain.layers[rung(role)]?.name,
      people: holders(state, role.id),
    }))
}

/** Who holds a role now, the most influential first. */
export function holders(state: DealState, role: string): [string, Person][] {
  const rank = { high: 0, medium: 1, low: 2 }
  return Object.entries(state.people ?? {})
    .filter(([, person]) => person.role === role && person.leftAt === undefined)
    .sort(([, a], [, b]) => rank[a.influence] - rank[b.influence] || a.seq - b.seq)
}
