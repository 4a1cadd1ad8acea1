import {
  type BuyingRole,
  factName,
  type KnownFacts,
  type Place,
  type ProcessModel,
  type Specialist,
  standingFacts,
} from '#engine'
import { type DealState, holdersOf, type SignOffRun } from '#engine/deal'
import type { LayerNode, RoleNode, SpecialistNode } from './flow-nodes.ts'
import { type Box, gutter, role as roleSize, layer as rung, specialist as specialistSize } from './geometry.ts'
import { type Obtained, obtainedOf } from './obtained.ts'

type ChainNode = LayerNode | RoleNode | SpecialistNode
type Seat = { width: number; height: number; at(x: number, y: number): ChainNode[] }

/** The sign-off as a ladder: the decider on top, specialist departments beside the layer they join. */
export function flowChain(
  model: ProcessModel,
  area: Box,
  live?: DealState,
  facts?: KnownFacts,
): { nodes: ChainNode[]; height: number } {
  const { layers, specialists, roles } = model.chain
  const owedBy = owedByRole(model, live, facts)
  const heldBy = (role: string) => (live ? holdersOf(live, role).map(([, person]) => person) : [])
  const next = new Set(
    Object.values(live?.layers ?? {}).flatMap(({ next = [], specialists = {} }) => [
      ...next,
      ...Object.values(specialists).flatMap((run) => run.next ?? []),
    ]),
  )
  const seatOf = (role: BuyingRole) =>
    roleSeat({
      role,
      owes: owedBy(role.id),
      people: heldBy(role.id),
      isNext: next.has(role.id),
      ...turnOf(model, role),
    })
  const seatedAt = (kind: Place['kind'], id: string) => [
    ...roles.filter((role) => seatFor(model, role) === `${kind}:${id}`).map(seatOf),
    ...addedAt(live, `${kind}:${id}`, facts).map((added) =>
      roleSeat({ ...added, owes: [], people: heldBy(added.role.id), isNext: next.has(added.role.id) }),
    ),
  ]
  const departmentSeat = (one: Specialist) =>
    specialistSeat(one, seatedAt('specialist', one.id), live?.layers?.[one.layer]?.specialists?.[one.id])
  const nodes: ChainNode[] = []
  let y = area.y
  const band = (id: string, data: Omit<LayerNode['data'], 'label'>, seats: Seat[]) => {
    const { placed, height } = flow(seats, area.x, y + rung.pad, area.width)
    const total = Math.max(rung.least, height + 2 * rung.pad)
    nodes.push(
      {
        id,
        type: 'layer',
        position: { x: area.x - gutter, y },
        width: area.width + gutter,
        height: total,
        data: { ...data, label: gutter },
        draggable: false,
        zIndex: -1,
      },
      ...placed,
    )
    y += total
  }
  for (const [n, layer] of [...layers.entries()].reverse()) {
    const joined = specialists.filter((one) => one.layer === layer.id)
    const signed = facts && { signed: facts[factName.layer(layer.id)] === true }
    band(
      `layer:${layer.id}`,
      { layer, rung: n + 1, top: n === layers.length - 1, run: live?.layers?.[layer.id], ...signed },
      [...seatedAt('layer', layer.id), ...joined.map(departmentSeat)],
    )
  }
  const beside = [
    ...roles.filter((role) => seatFor(model, role) === undefined).map(seatOf),
    ...specialists.filter((one) => !layers.some(({ id }) => id === one.layer)).map(departmentSeat),
  ]
  if (beside.length > 0) band('layer:', { top: false }, beside)
  return { nodes, height: y - area.y }
}

/** A role's place among those who sign a layer in turn. */
function turnOf({ chain }: ProcessModel, role: BuyingRole): { turn?: number } {
  const isInTurn = chain.layers.some(({ id, rule }) => id === role.layer && rule.kind === 'in-turn')
  return isInTurn ? { turn: chain.roles.filter(({ layer }) => layer === role.layer).indexOf(role) + 1 } : {}
}

/** The signers whom the customer added at a place of the chain. */
function addedAt(live: DealState | undefined, place: string, facts: KnownFacts | undefined) {
  const known = { standing: standingFacts(live?.observations ?? {}), facts }
  return Object.entries(live?.signers ?? {})
    .filter(
      ([, { takenBackAt, layer, specialist }]) =>
        takenBackAt === undefined && place === (specialist ? `specialist:${specialist}` : `layer:${layer}`),
    )
    .map(([id, { name }]) => ({
      role: { id, name },
      added: obtainedOf(known, factName.signature(id), 'said'),
    }))
}

/** Where a role sits: with its department, else in its layer, else beside the chain. */
function seatFor({ chain }: ProcessModel, { specialist, layer }: BuyingRole): string | undefined {
  if (chain.specialists.some(({ id }) => id === specialist)) return `specialist:${specialist}`
  return chain.layers.some(({ id }) => id === layer) ? `layer:${layer}` : undefined
}

function owedByRole(model: ProcessModel, live: DealState | undefined, facts: KnownFacts | undefined) {
  const known = live && { standing: standingFacts(live.observations), facts }
  const owed = model.stages.flatMap((stage) => stage.commitments.map((commitment) => ({ stage: stage.id, commitment })))
  return (role: string): RoleNode['data']['owes'] =>
    owed
      .filter(({ commitment }) => commitment.role === role)
      .map(({ stage, commitment: { id, name, grade, validity } }) => {
        const obtained: { obtained?: Obtained } = known
          ? { obtained: obtainedOf(known, factName.commitment(id), grade, validity !== undefined) }
          : {}
        return { id, stage, name, ...obtained }
      })
}

function roleSeat(data: RoleNode['data']): Seat {
  const { role, owes, people } = data
  const lines = Math.min(owes.length, roleSize.most + 1)
  const holders = people.length > 0 ? roleSize.holder : 0
  const height = roleSize.head + holders + lines * roleSize.commitment + (lines > 0 ? 6 : 0)
  return {
    width: roleSize.width,
    height,
    at: (x, y) => [
      {
        id: `role:${role.id}`,
        type: 'role',
        position: { x, y },
        width: roleSize.width,
        height,
        data,
        draggable: false,
        zIndex: 2,
      },
    ],
  }
}

function specialistSeat(specialist: Specialist, seats: Seat[], run: SignOffRun | undefined): Seat {
  const { pad, head } = specialistSize
  const inside = seats.reduce((height, seat) => height + seat.height + pad, 0)
  const height = head + inside
  const width = roleSize.width + 2 * pad
  return {
    width,
    height,
    at: (x, y) => {
      let down = y + head
      const members = seats.flatMap((seat) => {
        const placed = seat.at(x + pad, down)
        down += seat.height + pad
        return placed
      })
      return [
        {
          id: `specialist:${specialist.id}`,
          type: 'specialist',
          position: { x, y },
          width,
          height,
          data: { specialist, run },
          draggable: false,
          zIndex: 1,
        },
        ...members,
      ]
    },
  }
}

/** Seats from left to right, in as many rows as the width asks for. */
function flow(seats: readonly Seat[], left: number, top: number, width: number) {
  const placed: ChainNode[] = []
  let x = left
  let y = top
  let tallest = 0
  for (const seat of seats) {
    if (x > left && x + seat.width > left + width) {
      x = left
      y += tallest + rung.spacing
      tallest = 0
    }
    placed.push(...seat.at(x, y))
    x += seat.width + rung.spacing
    tallest = Math.max(tallest, seat.height)
  }
  return { placed, height: y + tallest - top }
}
