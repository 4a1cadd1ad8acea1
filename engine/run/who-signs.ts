import type { Plan, PlannedLayer } from '../compile/plan.ts'
import type { DealState } from '../deal/deal-state.ts'
import { holdersOf, holds } from '../deal/holders.ts'
import type { Person } from '../deal/person.ts'
import type { Signer, SignOffReturn } from '../deal/signer.ts'
import { factName } from '../facts/fact.ts'
import { type ChainPolicies, type SignOffRule, usualPolicies } from '../model/decision-chain.ts'
import {
  allOf,
  always,
  anyOf,
  impossible,
  type Signature,
  type Signing,
  signaturesIn,
  type Window,
  within,
} from './signing.ts'

/** A role or an added signer, and what signs for it. */
export type Seat = { id: string; signing: Signing }

/** Seats of which so many have to sign. */
export type Group = { seats: Seat[]; need: number }

/**
 * Those who sign together: a layer's own part, or a specialist department. Each of `turns` comes after those before it;
 * the groups of one turn sign at the same time.
 * `passes`: it is empty, and by the policy nobody has to sign it.
 */
export type Party = {
  id: string
  signing: Signing
  turns: Group[][]
  passes: boolean
  needed?: string
  notNeeded?: string
}

/** Who signs a layer of one deal: `own` and `beside` where it is needed, `signing` in every case, once `beneath` is signed. */
export type SignedLayer = { id: string; own: Party; beside: Party[]; signing: Signing; beneath: Signing }

/** A plan that knows the signers who were added to a deal: each signs by a fact of its own. */
export function withAddedSigners(plan: Plan, state: DealState | undefined): Plan {
  const ids = Object.keys(state?.signers ?? {})
  if (ids.length === 0) return plan
  const facts = ids.map((id) => [id, factName.signature(id)] as const)
  return {
    ...plan,
    observable: {
      ...plan.observable,
      ...Object.fromEntries(facts.map(([, fact]) => [fact, { kind: 'flag' as const }])),
    },
    sources: {
      ...plan.sources,
      ...Object.fromEntries(facts.map(([id, fact]) => [fact, { roles: [id], actions: [], departments: [] }])),
    },
    commitmentsOf: {
      ...plan.commitmentsOf,
      ...Object.fromEntries(facts.map(([id, fact]) => [id, [{ fact, grade: 1 }]])),
    },
  }
}

/**
 * Who signs each layer of a deal, from the bottom up: the plan's chain under its policies, with the people of the deal, the
 * signers that were added and the returns. It follows from the plan and the state alone; the plan knows the added signers.
 */
export function whoSigns(plan: Plan, state: DealState): SignedLayer[] {
  const chain: Chain = { plan, state, policies: plan.policies ?? usualPolicies }
  const layers: SignedLayer[] = []
  for (const n of plan.layers.keys()) layers.push(signedLayer(chain, n, beneathOf(layers), always))
  if (chain.policies.requester !== 'layer-above') return layers
  // For what stands above, a layer that only waits for the one above it has done its part.
  const beneath = beneathOf(layers)
  for (const n of [...plan.layers.keys()].reverse())
    layers[n] = signedLayer(chain, n, beneath.slice(0, n), layers[n + 1]?.signing)
  return layers
}

const beneathOf = (layers: SignedLayer[]): Signing[] => layers.map(({ signing }) => signing)

/** Every signature that can count for a layer. */
export const signaturesOf = (layers: SignedLayer[]): Signature[] =>
  layers.flatMap(({ signing }) => signaturesIn(signing))

type Chain = { plan: Plan; state: DealState; policies: ChainPolicies }
/** What a party is made of; `above` signs for a requester, where the policy wants it so and there is a layer above. */
type Drawn = {
  layer: number
  specialist?: string
  roles: string[]
  rule: SignOffRule
  beneath: Signing[]
  above?: Signing
}

function signedLayer(chain: Chain, n: number, beneath: Signing[], above: Signing | undefined): SignedLayer {
  const layer = chain.plan.layers[n] as PlannedLayer
  const drawn = { layer: n, beneath, ...(above && { above }) }
  const own = partyOf(chain, { ...drawn, roles: layer.roles, rule: layer.rule }, layer)
  const beside = layer.specialists.map((one) =>
    partyOf(chain, { ...drawn, specialist: one.id, roles: one.roles, rule: { kind: 'all' } }, one),
  )
  const signed = allOf([own.signing, ...beside.map((one) => whereNeeded(one, one.signing))])
  return { id: layer.id, own, beside, signing: whereNeeded(layer, signed), beneath: allOf(beneath) }
}

const whereNeeded = ({ needed, notNeeded }: { needed?: string; notNeeded?: string }, signing: Signing): Signing =>
  needed && notNeeded ? anyOf([{ rule: notNeeded }, allOf([{ rule: needed }, signing])]) : signing

function partyOf(
  chain: Chain,
  drawn: Drawn,
  { id, needed, notNeeded }: Omit<Party, 'signing' | 'turns' | 'passes'>,
): Party {
  const window = windowOf(chain, drawn)
  const seats = drawn.roles.flatMap((role) => seatOf(chain, role, window, drawn.above))
  const added = (place: Signer['place']) =>
    addedTo(chain, drawn, place).flatMap((signer) => seatOf(chain, signer, window, drawn.above))
  const [before, besides, after] = [added('before'), added('beside'), added('after')]
  const joined = [...before, ...besides, ...after]
  const isEmpty = joined.length === 0 && seats.every((seat) => isVacant(chain, seat.id))
  const passes = isEmpty && chain.policies.emptyLayer === 'passes'
  const need = needOf(drawn, seats.length)
  const own = seats.length === 0 && joined.length > 0 ? always : together(chain, drawn, seats, need)
  const others = joined.length > 0 ? together(chain, drawn, joined, joined.length) : always
  const [first, ...rest] = turnsOf(drawn.rule, seats, need)
  const turns = [everyOf(before), [...(first ?? []), ...everyOf(besides)], ...rest, everyOf(after)]
  return {
    id,
    signing: passes ? always : allOf([own, others]),
    turns: turns.filter((turn) => turn.length > 0),
    passes,
    ...(needed && { needed }),
    ...(notNeeded && { notNeeded }),
  }
}

const everyOf = (seats: Seat[]): Group[] => (seats.length > 0 ? [{ seats, need: seats.length }] : [])

const turnsOf = ({ kind }: SignOffRule, seats: Seat[], need: number): Group[][] =>
  kind === 'in-turn' ? seats.map((seat) => everyOf([seat])) : [[{ seats, need }]]

/** How many have to sign. A requester who is left out is not asked for; one at least signs, so that nobody never does. */
function needOf({ rule, roles }: Drawn, seats: number): number {
  if (rule.kind === 'any') return 1
  if (rule.kind !== 'at-least') return Math.max(seats, 1)
  return seats < roles.length ? Math.max(Math.min(rule.count, seats), 1) : rule.count
}

/**
 * So many of these sign. Where the absent are passed over, it is enough that so many of those who are there signed before
 * the first of the absent is back; where nobody is there, that all beneath was signed by then.
 */
function together({ state, policies }: Chain, { beneath }: Drawn, seats: Seat[], need: number): Signing {
  const all: Signing = { atLeast: need, of: seats.map(({ signing }) => signing) }
  if (policies.absent !== 'passes') return all
  const away = seats.flatMap(({ id }) => absenceOf(state, id) ?? [])
  const [until] = away.map((one) => one.until).sort()
  if (until === undefined) return all
  const present = seats.filter(({ id }) => !absenceOf(state, id)).map(({ signing }) => signing)
  const passed: Signing = present.length > 0 ? { atLeast: Math.min(need, present.length), of: present } : allOf(beneath)
  return anyOf([all, within(passed, { until })])
}

function addedTo({ plan, state }: Chain, { layer, specialist }: Drawn, place: Signer['place']): string[] {
  return Object.entries(state.signers ?? {})
    .filter(
      ([, signer]) =>
        signer.takenBackAt === undefined &&
        signer.layer === plan.layers[layer]?.id &&
        signer.specialist === specialist &&
        signer.place === place,
    )
    .sort(([, a], [, b]) => a.seq - b.seq)
    .map(([id]) => id)
}

/** No seat for a requester who is left out. */
function seatOf(chain: Chain, role: string, window: Window | undefined, above: Signing | undefined): Seat[] {
  const isRequester = soleHolder(chain.state, role)?.[1].requester === true
  if (!isRequester || chain.policies.requester === 'counts')
    return [{ id: role, signing: anyOf(signedFor(chain, role, window)) }]
  return chain.policies.requester === 'layer-above' && above ? [{ id: role, signing: above }] : []
}

function signedFor(chain: Chain, role: string, window: Window | undefined): Signing[] {
  const { policies, state } = chain
  const self = soleHolder(state, role)
  const same = policies.samePerson === 'signs-once' && self ? rolesOf(chain, self[0]).filter((one) => one !== role) : []
  return [
    given(chain, role, window),
    ...same.map((one) => given(chain, one, window)),
    ...(policies.absent === 'delegate-signs' ? byDelegate(chain, role, window) : []),
  ]
}

/** What the delegates of those away give in roles of their own, while they stand in. Who asked for the purchase does not. */
function byDelegate(chain: Chain, role: string, window: Window | undefined): Signing[] {
  const { state, policies } = chain
  if (!absenceOf(state, role)) return []
  return holdersOf(state, role).flatMap(([, { away }]) => {
    const delegate = away?.delegate === undefined ? undefined : state.people?.[away.delegate]
    if (!away?.delegate || !delegate || delegate.leftAt !== undefined) return []
    if (delegate.requester && policies.requester !== 'counts') return []
    const { from, until } = away
    return rolesOf(chain, away.delegate).map((one) =>
      within(given(chain, one, window), { ...(from && { from }), until }),
    )
  })
}

/** All that a role promises; nothing is no signature. */
function given({ plan }: Chain, role: string, window: Window | undefined): Signing {
  const commitments = plan.commitmentsOf[role] ?? []
  if (commitments.length === 0) return impossible
  return allOf(commitments.map(({ fact, grade }) => ({ fact, grade, ...(window && { window }) })))
}

/** The roles that a person holds alone. */
const rolesOf = ({ plan, state }: Chain, person: string): string[] =>
  Object.keys(plan.commitmentsOf).filter((role) => soleHolder(state, role)?.[0] === person)

function soleHolder(state: DealState, role: string): [string, Person] | undefined {
  const [one, ...others] = holdersOf(state, role)
  return others.length === 0 ? one : undefined
}

/** Until when a role has nobody who can sign, since all who hold it are away. */
export function absenceOf(state: DealState, role: string): { until: string } | undefined {
  const held = holdersOf(state, role)
  const back = held.flatMap(([, { away }]) => away?.until ?? []).sort()
  return held.length > 0 && back.length === held.length && back[0] ? { until: back[0] } : undefined
}

/** Everybody who held a role has left. Somebody who was never named is not known to be missing. */
const isVacant = ({ state }: Chain, role: string): boolean =>
  holdersOf(state, role).length === 0 && Object.values(state.people ?? {}).some((person) => holds(person, role))

/** The last return that concerns a layer's own part or a department: to it, to its whole layer, or to a layer beneath. */
function windowOf({ plan, state }: Chain, { layer, specialist }: Drawn): Window | undefined {
  const indexOf = (id: string) => plan.layers.findIndex((one) => one.id === id)
  const concerns = (one: SignOffReturn) => {
    const to = indexOf(one.layer)
    return to >= 0 && (to < layer || (to === layer && (!one.specialist || one.specialist === specialist)))
  }
  const [last] = Object.values(state.returns ?? {})
    .filter(concerns)
    .sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))
  return last && { after: { at: last.at, seq: last.seq } }
}
