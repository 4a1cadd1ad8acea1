import { advance, compileModel, factName, type Plan, processModelSchema } from '#engine'
import { type DealEvent, type DealState, dealEventSchema } from '#engine/deal'
import { median } from './measure.ts'

/** What one event costs on a model of so many stages, in milliseconds, in a deal at its beginning, its middle and near its end. */
export type SizeCost = { stages: number; early: number; middle: number; late: number }

const sizes = [10, 100, 1000]
const rounds = 5
const events = 20

/** One event's cost beside the model's size. The sizes take turns, so that whatever else the machine does meets all of them. */
export async function modelSizeCost(): Promise<SizeCost[]> {
  const deals = []
  for (const stages of sizes) {
    const plan = compileModel(aLongPurchase(stages))
    const at = async (share: number) => ({ plan, state: await standingAt(plan, Math.floor(stages * share)) })
    deals.push({ stages, early: await at(0.1), middle: await at(0.5), late: await at(0.9) })
  }
  const costs = []
  const taken = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++)
    for (const { stages, ...standings } of deals)
      for (const [where, { plan, state }] of Object.entries(standings)) {
        const key = `${stages} ${where}`
        taken.set(key, [...(taken.get(key) ?? []), await costOf(plan, state, round)])
      }
  const costAt = (stages: number, where: string) => median(taken.get(`${stages} ${where}`) ?? [])
  for (const stages of sizes)
    costs.push({
      stages,
      early: costAt(stages, 'early'),
      middle: costAt(stages, 'middle'),
      late: costAt(stages, 'late'),
    })
  return costs
}

const aLongPurchase = (count: number) =>
  processModelSchema.parse({
    formatVersion: 1,
    name: `Purchase of ${count} stages`,
    attributes: [{ id: 'amount', name: 'Amount', value: { kind: 'money' } }],
    stages: Array.from({ length: count }, (_, n) => ({
      id: `s${n}`,
      name: `Stage ${n}`,
      elements: [{ id: `e${n}`, name: `Element ${n}`, value: { kind: 'number' }, from: ['user'] }],
      commitments: [{ id: `c${n}`, name: `Commitment ${n}`, role: 'user', required: n % 3 === 0 }],
      actions: [{ id: `a${n}`, name: `Action ${n}`, brings: [`e${n}`], due: { unit: 'days', amount: 5 } }],
      support: [
        {
          id: `t${n}`,
          name: `Support ${n}`,
          department: 'legal',
          when: { fact: factName.element(`e${n}`), operator: 'greaterThan', value: 1_000_000 },
        },
      ],
    })),
    transitions: Array.from({ length: count - 1 }, (_, n) => ({
      id: `w${n}`,
      from: `s${n}`,
      to: `s${n + 1}`,
      condition: { fact: factName.element(`e${n}`), operator: 'greaterThan', value: 1 },
    })),
    chain: {
      layers: [{ id: 'team', name: 'Team' }],
      roles: [{ id: 'user', name: 'User', kind: 'user-buyer', layer: 'team' }],
    },
    departments: [{ id: 'legal', name: 'Legal' }],
  })

const now = '2026-03-02T09:00:00.000Z'
const visit = (id: string, values: Record<string, number | boolean>): DealEvent =>
  dealEventSchema.parse({
    kind: 'interaction-recorded',
    id,
    by: 'rep',
    interaction: { kind: 'visit', at: now },
    observations: Object.entries(values).map(([fact, value], n) => ({ id: `${id}.${n}`, fact, value })),
  })

/** A deal that has come so far: it skipped all but the last five of the stages behind it, so that what it knows does not grow. */
async function standingAt(plan: Plan, passed: number): Promise<DealState> {
  const opened = { kind: 'opened', id: 'open', by: 'rep', dealId: 'd', planHash: plan.hash, name: 'Deal', owner: 'rep' }
  const { state } = await advance(plan, undefined, dealEventSchema.parse(opened), now)
  const stages = { ...state.stages }
  for (let n = 0; n < passed - 5; n++) stages[`s${n}`] = { status: 'skipped', completedAt: now, seq: 2 }
  const facts = Array.from({ length: passed }, (_, n) => n)
    .slice(Math.max(passed - 6, 0))
    .flatMap((n) => [[`element.e${n}`, 5] as const, [`commitment.c${n}`, true] as const])
  return (await advance(plan, { ...state, stages }, visit('there', Object.fromEntries(facts)), now)).state
}

/** One event in milliseconds: visits that each bring a fact of the stage that is open, all on the same state. */
async function costOf(plan: Plan, state: DealState, round: number): Promise<number> {
  const open = Object.keys(state.stages).find((id) => state.stages[id]?.status === 'open') ?? 's0'
  const fact = factName.element(`e${open.slice(1)}`)
  const visits = Array.from({ length: events }, (_, n) => visit(`v${round}.${n}`, { [fact]: 10 + n }))
  const begun = performance.now()
  for (const event of visits) await advance(plan, state, event, now)
  return (performance.now() - begun) / events
}
