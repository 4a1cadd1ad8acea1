import type { BuyingRole, ProcessModel } from '#engine'
import { type DealState, holdersOf, type Person } from '#engine/deal'

/** People whose role the deal’s model no longer has, since the deal moved to another version. */
export function withoutRole({ chain }: ProcessModel, state: DealState): [string, Person][] {
  return Object.entries(state.people ?? {}).filter(
    ([, person]) => person.leftAt === undefined && !chain.roles.some(({ id }) => id === person.role),
  )
}

export type HeldRole = { role: BuyingRole; layer: string | undefined; people: [string, Person][] }

/** The buying roles as the ladder shows them, the decider first, each with who holds it in this deal. */
export function heldRoles({ chain }: ProcessModel, state: DealState): HeldRole[] {
  const layerOf = (role: BuyingRole) => role.layer ?? chain.specialists.find(({ id }) => id === role.specialist)?.layer
  const rung = (role: BuyingRole) => chain.layers.findIndex(({ id }) => id === layerOf(role))
  return chain.roles
    .toSorted((a, b) => rung(b) - rung(a))
    .map((role) => ({ role, layer: chain.layers[rung(role)]?.name, people: holdersOf(state, role.id) }))
}
