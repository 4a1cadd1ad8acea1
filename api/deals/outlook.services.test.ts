import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProcessModelDraft } from '#engine'
import { dealEventSchema } from '#engine/deal'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

const model: ProcessModelDraft = {
  ...smallPurchase,
  chain: {
    layers: [{ id: 'management', name: 'Management' }],
    roles: (smallPurchase.chain?.roles ?? []).map(({ layer: _, ...role }) =>
      role.id === 'approver' ? { ...role, layer: 'management' } : role,
    ),
    styles: [
      {
        id: 'quick',
        name: 'Quick decision',
        suggestedWhen: { fact: 'attribute.amount', operator: 'lessThan', value: 1000 },
      },
    ],
  },
}

let api: RunningApi
let manager: Person
beforeAll(async () => {
  api = await runningApi({ model })
  manager = await api.signedIn('manager')
})
afterAll(() => api.stop(), 60_000)

const learns = (id: string, values: Record<string, number | boolean>) => ({
  event: dealEventSchema.parse({
    kind: 'interaction-recorded',
    id,
    by: 'rep',
    interaction: { kind: 'visit', at: new Date().toISOString() },
    observations: Object.entries(values).map(([fact, value], n) => ({ id: `${id}.${n}`, fact, value })),
  }),
})

it('the outlook of a deal rests on how long the layers of its segment’s deals stood open until they were signed', async () => {
  const signed = await Promise.all([1, 2, 3].map(() => api.running.newDeal()))
  for (const id of signed) await api.running.deals.change(id, learns('signed', { 'commitment.approve': true }))
  const open = await api.running.newDeal()
  const { status, body } = await manager.get(`/deals/${open}/outlook`)
  expect(status).toBe(200)
  const states = await api.deps.db.deal.findMany({ where: { id: { in: signed } }, select: { state: true } })
  const waits = states.map(({ state }) => {
    const { layers } = state as unknown as { layers: Record<string, { openedAt: string; signedAt: string }> }
    const [run] = Object.values(layers)
    return (Date.parse(run?.signedAt ?? '') - Date.parse(run?.openedAt ?? '')) / 86_400_000
  })
  expect(body.chain.steps).toMatchObject([{ layer: 'management', status: 'open', basis: 'past', deals: 3 }])
  expect(body.chain.steps[0].days.high).toBeLessThanOrEqual(Math.max(...waits) + 1e-9)
  expect(Date.parse(body.chain.end.low)).toBeLessThanOrEqual(Date.parse(body.chain.end.high))
  expect((await manager.get(`/deals/${signed[0]}/outlook`)).body.chain).toEqual({ steps: [] })
}, 60_000)

it('the outlook says which style the model suggests, and on what that rests', async () => {
  const deal = await api.running.newDeal()
  expect((await manager.get(`/deals/${deal}/outlook`)).body.suggestedStyles).toEqual([])
  await api.running.deals.change(deal, learns('small', { 'attribute.amount': 500 }))
  expect((await manager.get(`/deals/${deal}/outlook`)).body.suggestedStyles).toEqual([
    { style: 'quick', facts: [{ fact: 'attribute.amount', value: 500 }] },
  ])
}, 60_000)
