import { setTimeout } from 'node:timers/promises'
import { processModelSchema } from '#engine'
import { measure, quantile } from './measure.ts'
import type { Product } from './product.ts'

/** How so many deals were woken that were due within `seconds`: wake-ups a second, and how late they were, in seconds. */
export type DueTimers = { deals: number; seconds: number; wokenPerSecond: number; p50: number; p95: number }

/** 10,000 in a minute, and as close together where they are fewer. */
const duePerSecond = 10_000 / 60
const day = 86_400_000

const promised = processModelSchema.parse({
  formatVersion: 1,
  name: 'Purchase on a promise',
  stages: [
    {
      id: 'promise',
      name: 'Promise given',
      commitments: [
        { id: 'approve', name: 'Approves', role: 'decider', validity: { unit: 'days', amount: 1 } },
        { id: 'sign', name: 'Signs', role: 'decider' },
      ],
    },
  ],
  chain: {
    layers: [{ id: 'board', name: 'Board' }],
    roles: [{ id: 'decider', name: 'Decider', kind: 'decider', layer: 'board' }],
  },
})

/**
 * Opens deals that each hold a promise, which lapse one after the other once all are open; each has then to be woken.
 * `openedPerSecond` is how fast deals have been opened here before.
 */
export async function dueTimers(product: Product, deals: number, openedPerSecond: number): Promise<DueTimers> {
  const { db, openDeal } = product
  const plan = await product.publish('promised', promised)
  const seconds = deals / duePerSecond
  const firstDue = Date.now() + 5000 + (1500 * deals) / openedPerSecond
  const due = new Map<string, number>()
  await measure(deals, 8, async (n) => {
    const lapses = firstDue + (n / duePerSecond) * 1000
    const at = new Date(lapses - day).toISOString()
    const promise = { id: `promise ${n}`, fact: 'commitment.approve', value: true, grade: 'said' as const, at }
    due.set(await openDeal(plan, [promise]), lapses)
  })
  if (Date.now() > firstDue)
    throw new Error('Not all deals were open when the first fell due: the machine has other work')
  const where = { kind: 'woken', deal: { planHash: plan.hash } }
  while ((await db.dealEvent.count({ where })) < deals) await setTimeout(500)
  const woken = await db.dealEvent.findMany({ where, select: { dealId: true, at: true }, orderBy: { at: 'asc' } })
  const late = woken.map(({ dealId, at }) => at.getTime() - (due.get(dealId) ?? Number.NaN)).sort((a, b) => a - b)
  const last = woken.at(-1)?.at.getTime() ?? Number.NaN
  const rate = deals / ((last - firstDue) / 1000)
  return { deals, seconds, wokenPerSecond: rate, p50: quantile(late, 0.5) / 1000, p95: quantile(late, 0.95) / 1000 }
}
