import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type { DealEventInput } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Disturbance, DisturbedDeals } from './disturbed-deals.ts'
import type { WorkedDeal } from './worked-deal.ts'

/** The deals that are worked; the plain deals beside the real ones are theirs. */
export type Desk = { product: DisturbedDeals; deals: WorkedDeal[] }
type Command = fc.AsyncCommand<object, Desk>
/** What draws random numbers into an event on whatever is known of the deal by then. */
type Draw = { deal: number; which: number; value: number; times: number }

const command = (name: string, run: (desk: Desk) => unknown): Command => ({
  check: () => true,
  run: async (_, desk) => {
    await run(desk)
  },
  toString: () => name,
})

const draw: fc.Arbitrary<Draw> = fc.record({
  deal: fc.nat({ max: 100 }),
  which: fc.nat({ max: 100 }),
  value: fc.nat({ max: 10 }),
  times: fc.constantFrom(1, 1, 1, 2),
})

const pick = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % Math.max(items.length, 1)]
const by = 'rep'

function visit(id: string, { which, value }: Draw): DealEventInput {
  const facts = {
    'element.inquiry': value < 9,
    'element.budget': value * 10_000,
    'attribute.amount': value * 10_000,
    'element.contract': value < 9,
    'commitment.agree': value < 9,
    'commitment.approve': value < 9,
  }
  const told = Object.entries(facts).filter((_, n) => which & (1 << n))
  return {
    kind: 'interaction-recorded',
    id,
    by,
    interaction: { kind: 'visit', at: new Date(Date.UTC(2026, 2, 2, 9, which)).toISOString() },
    observations: told.map(([fact, known], n) => ({ id: `${id}.${n}`, fact, value: known })),
  }
}

/** The next step in an objection's life more often than not, by somebody who may take it or may not. */
function objectionStep(id: string, deal: WorkedDeal, { which, value }: Draw): DealEventInput {
  const [objection = 'none', { status } = { status: 'raised' as const }] = pick([...deal.plain.objections], which) ?? []
  const steps = ['planned', 'implemented', 'fed-back', 'supervised', 'closed', 'reopened'] as const
  const next = { raised: 0, planned: 1, implemented: 2, 'fed-back': 3, supervised: 4, closed: 5 }[status]
  const common = { id, objection, by: value % 3 ? 'manager' : by }
  switch (steps[value > 8 ? value % steps.length : next]) {
    case 'planned':
      return { kind: 'objection-planned', ...common, strategy: 'answer', steps: ['Show the plan'] }
    case 'implemented':
      return { kind: 'objection-implemented', ...common }
    case 'fed-back':
      return { kind: 'objection-fed-back', ...common, feedback: 'It will do' }
    case 'supervised':
      return { kind: 'objection-supervised', ...common }
    case 'closed':
      return { kind: 'objection-closed', ...common, outcome: 'answered' }
    default:
      return { kind: 'objection-reopened', ...common, reason: 'They doubt it again' }
  }
}

const department = (value: number) => pick(['legal', 'service'], value) ?? 'legal'

/** What people tell a deal, by how often they do. */
const tellings: [weight: number, (id: string, deal: WorkedDeal, drawn: Draw) => DealEventInput][] = [
  [12, (id, _, drawn) => visit(id, drawn)],
  [
    4,
    (id, { plain }, { which }) => ({
      kind: 'observation-withdrawn',
      id,
      by,
      observation: pick([...plain.observations.keys()], which) ?? 'none',
      reason: 'It was not so',
    }),
  ],
  [3, (id) => ({ kind: 'objection-raised', id, by, type: 'downtime', statement: 'Too long a stop', stage: 'funding' })],
  [8, objectionStep],
  [
    2,
    (id, _, { value }) => ({
      kind: 'deal-locked',
      id,
      by: 'counsel',
      department: department(value),
      reason: 'Sanctions',
    }),
  ],
  [3, (id, _, { value }) => ({ kind: 'deal-unlocked', id, by: 'counsel', department: department(value) })],
  [1, (id) => ({ kind: 'style-chosen', id, by, style: 'top-leader', reason: 'The director asked for it' })],
  [1, (id) => ({ kind: 'signer-added', id, by, layer: 'plant', name: 'Auditor', place: 'after', reason: 'New rule' })],
  [1, (id) => ({ kind: 'sign-off-returned', id, by, layer: 'plant', reason: 'The price changed' })],
  [
    2,
    (id) => ({
      kind: 'support-requested',
      id,
      by,
      name: 'A word with counsel',
      of: { kind: 'department', department: 'legal' },
    }),
  ],
  [1, (id, _, { value }) => ({ kind: 'closed', id, by, outcome: value % 2 ? 'won' : 'lost', reason: 'They decided' })],
]

const telling = fc.oneof(
  ...tellings.map(([weight, say]) => ({
    weight,
    arbitrary: draw.map((drawn) =>
      toADeal(drawn, (deal) => deal.tell(say(deal.newId('event'), deal, drawn), drawn.times)),
    ),
  })),
)

function toADeal(drawn: Draw, act: (deal: WorkedDeal) => void): Command {
  return command(`deal ${JSON.stringify(drawn)}`, ({ deals }) => {
    const deal = pick(deals, drawn.deal)
    if (deal) act(deal)
  })
}

const toldAgain = draw.map((drawn) =>
  toADeal(drawn, (deal) => {
    const event = pick(deal.plain.taken, drawn.which)
    if (event) deal.tell(event, drawn.times)
  }),
)

const atOnce = draw.map((drawn) =>
  toADeal(drawn, (deal) =>
    deal.tellAtOnce([1, 2, 3].map((n) => visit(deal.newId('event'), { ...drawn, which: drawn.which + n }))),
  ),
)

const working = draw.map((drawn) =>
  command(`work ${JSON.stringify(drawn)}`, ({ product: { database }, deals }) => {
    const deal = pick(deals, drawn.deal)
    deal?.work((id) => (drawn.value < 4 ? taskOf : requestStep)(database.db, deal.id, id, drawn))
  }),
)

async function taskOf(db: Db, dealId: string, id: string, { which }: Draw): Promise<DealEventInput | undefined> {
  const task = pick(await db.task.findMany({ where: { dealId, status: 'open' }, orderBy: { id: 'asc' } }), which)
  return task && { kind: 'task-completed', id, by: task.assigneeId, task: task.id }
}

/** What somebody of a department does about a request that they have. */
async function requestStep(db: Db, dealId: string, id: string, drawn: Draw): Promise<DealEventInput | undefined> {
  const where = { dealId, status: 'open', ownerId: { not: null } }
  const row = pick(await db.supportRequest.findMany({ where, orderBy: { id: 'asc' } }), drawn.which)
  if (!row?.ownerId) return undefined
  const common = { id, by: row.ownerId, request: row.id }
  if (drawn.value < 6) return { kind: 'support-handed-over', ...common, to: `deputy of ${row.ownerId}` }
  return { kind: 'support-answered', ...common, verdict: drawn.value < 9 ? 'approved' : 'refused', note: 'Known' }
}

const lasting = fc.integer({ min: 50, max: 1500 })
const worker = fc.nat({ max: 1 })
const anHour = 3_600_000
const disturbance: fc.Arbitrary<Disturbance> = fc.oneof(
  fc.record({ kind: fc.constant('worker killed' as const), worker }),
  fc.record({ kind: fc.constant('worker frozen' as const), worker, ms: fc.integer({ min: 500, max: 8000 }) }),
  fc.record({ kind: fc.constant('clock set' as const), worker, byMs: fc.constantFrom(-anHour, anHour), ms: lasting }),
  fc.record({ kind: fc.constant('database lost' as const), ms: lasting }),
  fc.record({ kind: fc.constant('Temporal server lost' as const), ms: lasting }),
)
const disturbing = disturbance.map((one) => command(JSON.stringify(one), ({ product }) => product.disturb(one)))

const waiting = fc.nat({ max: 300 }).map((ms) => command(`${ms} ms pass`, () => setTimeout(ms)))

/** What happens at a desk, in any order: people work their deals, time passes, and the product is disturbed. */
export const deskCommands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    { weight: 16, arbitrary: telling },
    { weight: 2, arbitrary: toldAgain },
    { weight: 2, arbitrary: atOnce },
    { weight: 5, arbitrary: working },
    { weight: 8, arbitrary: waiting },
    { weight: 2, arbitrary: disturbing },
  ),
  { minLength: 150, maxLength: 200, size: 'max' },
)
