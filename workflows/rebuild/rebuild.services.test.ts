import { afterAll, beforeAll, expect, it } from 'vitest'
import { DomainError, dealEventSchema } from '#engine/deal'
import { rebuildText } from '../../launch/run-rebuild.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { aClosing, aVisit } from '../../tests/support/deal-events.ts'
import { type RunningDeals, runningDeals } from '../../tests/support/running-deals.ts'
import { dealWorkflowId } from '../contract.ts'
import { rebuild } from './rebuild.ts'
import { type Rebuilt, rebuildDeal } from './rebuild-deal.ts'

let running: RunningDeals
let deals: string[]
beforeAll(async () => {
  running = await runningDeals(smallPurchase)
  const { plan, number } = await running.publishNext({ ...smallPurchase, name: 'Newer' })
  deals = await Promise.all(Array.from({ length: 6 }, (_, n) => running.newDeal({ name: `Deal ${n}` })))
  const values = { 'element.inquiry': true, 'element.budget': 9, 'attribute.amount': 90_000 }
  const [first = '', second = '', third = '', fourth = ''] = deals
  for (const id of deals) await running.deals.change(id, { event: aVisit('visit', values) })
  const objection = { kind: 'objection-raised', id: 'dear', by: 'rep', type: 'price', statement: 'Too dear' }
  await running.deals.change(first, { event: dealEventSchema.parse(objection) })
  const without = { kind: 'deviated', id: 'without', by: 'rep', reason: 'We know the approver' }
  const deviation = { kind: 'drop-action', action: 'meet-approver' }
  await running.deals.change(first, { event: dealEventSchema.parse({ ...without, deviation }) })
  await running.deals.change(second, { event: aClosing('close') })
  const move = { kind: 'model-moved', id: 'move', by: 'ops', planHash: plan.hash, version: number }
  await running.deals.change(third, { event: dealEventSchema.parse(move) })
  await running.deals.change(fourth, { event: aVisit('again', { 'attribute.amount': 5 }) })
})
afterAll(() => running.stop(), 60_000)

const readModel = async () => {
  const { db } = running.database
  const order = { orderBy: [{ dealId: 'asc' as const }, { id: 'asc' as const }] }
  return [
    await db.deal.findMany({ omit: { updatedAt: true }, orderBy: { id: 'asc' } }),
    await db.task.findMany(order),
    await db.supportRequest.findMany(order),
    await db.objection.findMany(order),
    await db.deviation.findMany(order),
  ]
}

async function run(write = true): Promise<Rebuilt[]> {
  const rebuilt: Rebuilt[] = []
  const taskQueue = running.environment.KEYNODE_TASK_QUEUE ?? ''
  await rebuild({ db: running.database.db, client: running.client, taskQueue }, write, (one) => rebuilt.push(one))
  return rebuilt
}

it('what is as the deals say is left as it is', async () => {
  const before = await readModel()
  const rebuilt = await run()
  expect(rebuilt.map(({ from, differences }) => [from, differences])).toEqual(deals.map(() => ['workflow', []]))
  expect(await readModel()).toEqual(before)
})

it('rows that were damaged, lost or made up are as before, and each difference is told', async () => {
  const before = await readModel()
  const { db } = running.database
  const [first = '', second = '', third = ''] = deals
  await db.deal.update({ where: { id: first }, data: { seq: 99, openStages: ['signed'], state: {} } })
  await db.deal.update({ where: { id: second }, data: { status: 'open', outcome: null } })
  await db.deal.update({ where: { id: third }, data: { modelVersionId: running.plan.hash } })
  await db.task.deleteMany({ where: { dealId: first } })
  await db.task.updateMany({ where: { dealId: second }, data: { status: 'open' } })
  await db.supportRequest.updateMany({ where: { dealId: third }, data: { status: 'answered', verdict: 'approved' } })
  await db.objection.update({ where: { dealId_id: { dealId: first, id: 'dear' } }, data: { id: 'phantom' } })
  await db.deviation.update({ where: { dealId_id: { dealId: first, id: 'without' } }, data: { reason: 'None' } })
  const found = (await run(false)).flatMap(({ differences }) => differences)
  expect(await readModel()).not.toEqual(before)
  const mended = await run()
  expect(mended.flatMap(({ differences }) => differences)).toHaveLength(found.length)
  expect(found.map(({ table, column }) => `${table} ${column}`)).toEqual(
    expect.arrayContaining([
      'deal seq',
      'deal open_stages',
      'deal state',
      'deal outcome',
      'deal model_version_id',
      'task row',
      'support_request verdict',
      'objection row',
      'deviation reason',
    ]),
  )
  expect(rebuildText(mended, false)).toContain(`${first} deal ${first} seq: 99 is now 4`)
  expect(await readModel()).toEqual(before)
  expect((await run()).flatMap(({ differences }) => differences)).toEqual([])
}, 60_000)

it('a deal whose workflow the server has forgotten is rebuilt from its stored steps', async () => {
  const before = await readModel()
  const { db } = running.database
  const [, closed = ''] = deals
  await db.deal.update({ where: { id: closed }, data: { effort: 50, state: {} } })
  const forgotten = { state: () => Promise.reject(new DomainError('DEAL_NOT_FOUND', 'forgotten')) }
  const rebuilt = await rebuildDeal({ db, deals: forgotten }, closed, true)
  expect(rebuilt).toMatchObject({
    from: 'events',
    differences: [{ column: 'effort', was: 50, is: 1 }, { column: 'state' }],
  })
  expect(await readModel()).toEqual(before)
})

it('a deal whose row was lost is there again, and its lost history is told', async () => {
  const { db } = running.database
  const lost = deals[4] ?? ''
  await db.deal.delete({ where: { id: lost } })
  const rebuilt = (await run()).find(({ dealId }) => dealId === lost)
  expect(rebuilt).toMatchObject({ from: 'workflow', trouble: expect.stringContaining('history is incomplete') })
  const row = await db.deal.findUniqueOrThrow({ where: { id: lost }, include: { tasks: true } })
  expect([row.state, row.name]).toEqual([await running.deals.state(lost), 'Deal 4'])
  expect(row.tasks.length).toBeGreaterThan(0)
})

it('steps that are taken meanwhile are in the read model at the end', async () => {
  const id = deals[5] ?? ''
  const steps = Promise.all(
    Array.from({ length: 20 }, (_, n) => running.deals.change(id, { event: aVisit(`meanwhile-${n}`) })),
  )
  await Promise.all([rebuildDeal({ db: running.database.db, deals: running.deals }, id, true), steps])
  const row = await running.database.db.deal.findUniqueOrThrow({ where: { id } })
  expect(row.state).toEqual(await running.deals.state(id))
  expect(await running.client.workflow.getHandle(dealWorkflowId(id)).describe()).toMatchObject({
    status: { name: 'RUNNING' },
  })
}, 60_000)
