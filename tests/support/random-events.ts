import fc from 'fast-check'
import type { Plan } from '#engine'
import type { DealEventInput, DealState } from '#engine/deal'
import { withAddedSigners } from '../../engine/run/who-signs.ts'

/** What draws random numbers into an event on whatever the deal has by then; it happens `after` so many hours. */
export type Draw = { kind: number; which: number; value: number; grade: number; after: number }

const pick = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % Math.max(items.length, 1)]
const grades = ['said', 'written', 'signed'] as const
const reason = 'Known'
const by = 'rep'
const dayIn = (value: number) => new Date(Date.UTC(2026, 2, 1 + value)).toISOString()

type Happening = (id: string, plan: Plan, state: DealState, drawn: Draw) => DealEventInput

const learns: Happening = (id, plan, state, { which, value, grade }) => {
  const { observable } = withAddedSigners(plan, state)
  const fact = pick(Object.keys(observable), which) ?? ''
  const type = observable[fact]?.kind
  const known = type === 'flag' ? value < 8 : type === 'number' ? value : pick(['small', 'large', 'huge'], value)
  return {
    kind: 'interaction-recorded',
    id,
    by,
    interaction: { kind: 'visit', at: dayIn(value) },
    observations: [{ id: `o-${id}`, fact, value: known ?? '', grade: grades[grade] ?? 'said' }],
  }
}

const deviates: Happening = (id, plan, _, { which, value }) => {
  const stage = pick(plan.stages, which)?.id ?? ''
  return {
    kind: 'deviated',
    id,
    by,
    deviation:
      value < 5 ? { kind: 'skip-stage', stage } : { kind: 'drop-action', action: `a${which % plan.stages.length}` },
    reason,
  }
}

const objects: Happening = (id, plan, state, { which, value }) => {
  const [objection, { status } = { status: 'none' as const }] = pick(Object.entries(state.objections), which) ?? [
    'none',
  ]
  const common = { id, by: value < 7 ? by : 'manager', objection }
  switch (value < 1 ? 'none' : status) {
    case 'raised':
      return { kind: 'objection-planned', ...common, strategy: 'answer', steps: ['Answer'] }
    case 'planned':
      return { kind: 'objection-implemented', ...common }
    case 'implemented':
      return { kind: 'objection-fed-back', ...common, feedback: 'It will do' }
    case 'fed-back':
      return { kind: 'objection-supervised', ...common }
    case 'supervised':
      return { kind: 'objection-closed', ...common, outcome: 'answered' }
    case 'closed':
      return { kind: 'objection-reopened', ...common, reason }
    default:
      return {
        kind: 'objection-raised',
        id,
        by,
        type: 'price',
        statement: 'Too dear',
        stage: pick(plan.stages, which)?.id ?? '',
      }
  }
}

const asksForSupport: Happening = (id, _, state, { which, value }) => {
  const request = pick(Object.keys(state.supportRequests), which) ?? 'none'
  const verdict = pick(['approved', 'refused', 'answered'] as const, value) ?? 'answered'
  return value < 3
    ? { kind: 'support-asked-again', id, by, request, reason }
    : { kind: 'support-answered', id, by, request, verdict, note: reason }
}

const locks: Happening = (id, _, state, { value }) =>
  value < 7 && state.locks?.legal
    ? { kind: 'deal-unlocked', id, by, department: 'legal' }
    : { kind: 'deal-locked', id, by, department: 'legal', reason }

/** Somebody is named, changed or removed; who is away has a delegate now and then. */
const concernsPeople: Happening = (id, plan, state, { which, value, grade }) => {
  const people = Object.keys(state.people ?? {})
  const person = pick(people, which) ?? 'none'
  if (value > 8) return { kind: 'person-removed', id, by, person, reason }
  const roles = Object.keys(withAddedSigners(plan, state).commitmentsOf)
  const delegate = pick(people, which + 1)
  const about = {
    role: pick(roles, which) ?? '',
    name: 'Somebody',
    requester: value % 4 === 0,
    ...(grade === 0 && { alsoHolds: [pick(roles, value) ?? ''] }),
    ...(value % 2 && { away: { from: dayIn(value), until: dayIn(value + 4), ...(grade && delegate && { delegate }) } }),
  }
  return value < 5 ? { kind: 'person-named', id, by, ...about } : { kind: 'person-changed', id, by, person, ...about }
}

const concernsSigners: Happening = (id, plan, state, { which, value }) => {
  const layer = pick(plan.layers, which)?.id ?? ''
  const signer = pick(Object.keys(state.signers ?? {}), which)
  if (value < 4)
    return { kind: 'sign-off-returned', id, by, layer, reason, ...(value % 2 && { at: dayIn(which % 12) }) }
  if (value < 6 && signer) return { kind: 'signer-taken-back', id, by, signer, reason }
  const place = pick(['before', 'beside', 'after'] as const, which) ?? 'after'
  const beside = layer === 'l1' && value % 2 ? { specialist: 'p0' } : {}
  return { kind: 'signer-added', id, by, layer, ...beside, name: 'Auditor', place, reason }
}

/** What can happen, as often as it stands here. */
const happenings: Happening[] = [
  ...Array.from({ length: 9 }, () => learns),
  (id, _, { observations }, { which }) => ({
    kind: 'observation-withdrawn',
    id,
    by,
    observation: pick(Object.keys(observations), which) ?? 'none',
    reason,
  }),
  (id, _, { tasks }, { which }) => ({
    kind: 'task-completed',
    id,
    by,
    task: pick(Object.keys(tasks), which) ?? 'none',
  }),
  (id) => ({ kind: 'style-chosen', id, by, style: 'leader', reason }),
  (id) => ({ kind: 'woken', id, by: 'clock' }),
  deviates,
  objects,
  objects,
  asksForSupport,
  locks,
  concernsPeople,
  concernsPeople,
  concernsSigners,
  concernsSigners,
]

export const anyDraw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.nat({ max: happenings.length - 1 }),
  which: fc.nat({ max: 50 }),
  value: fc.nat({ max: 10 }),
  grade: fc.nat({ max: 2 }),
  after: fc.constantFrom(-30, 0, 1, 5, 24, 60, 240),
})

/** An event that may happen to the deal as it stands, or that it has to refuse. */
export const eventOf = (plan: Plan, state: DealState, drawn: Draw, id: string): DealEventInput =>
  (happenings[drawn.kind] ?? learns)(id, plan, state, drawn)
