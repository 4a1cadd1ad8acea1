import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import type { MySegment } from './contract.ts'

const day = 86_400_000

let api: RunningApi
let rep: Person
let other: Person
beforeAll(async () => {
  api = await runningApi()
  ;[rep, other] = await Promise.all([api.signedIn('rep'), api.signedIn('rep')])
})
afterAll(() => api?.stop())

const opens = async (seller: Person, name: string): Promise<string> =>
  (await seller.post('/deals', { segmentId: api.segment, name, account: 'Acme' })).body.id
const learns = (deal: string, fact: string, value: unknown) =>
  rep.post(`/deals/${deal}/interactions`, {
    interaction: { kind: 'call', at: new Date().toISOString() },
    observations: [{ fact, value }],
  })
const picture = async (seller = rep): Promise<{ deals: number; segments: MySegment[] }> =>
  (await seller.get('/my-stages')).body
const stagesOf = async (seller = rep) =>
  (await picture(seller)).segments.flatMap(({ stages }) =>
    stages.map(({ name, deals }) => [name, deals.map((deal) => deal.name)]),
  )

let press: string
let lathe: string

test('a rep sees all of their running deals at their stages, in the order of the model, and nobody else’s', async () => {
  press = await opens(rep, 'Press')
  lathe = await opens(rep, 'Lathe')
  await opens(other, 'Crane')
  await learns(press, 'element.inquiry', true)
  expect(await picture()).toMatchObject({ deals: 2, segments: [{ id: api.segment, elsewhere: [] }] })
  expect(await stagesOf()).toEqual([
    ['Need stated', ['Lathe']],
    ['Budget confirmed', ['Press']],
    ['Purchase approved', []],
    ['Contract signed', []],
  ])
  expect(await stagesOf(other)).toContainEqual(['Need stated', ['Crane']])
})

test('each deal says what is missing there, from whom, and what its seller owes for it', async () => {
  const { db } = api.running.database
  await db.task.updateMany({ where: { dealId: press }, data: { dueAt: new Date(Date.now() - day) } })
  const [segment] = (await picture()).segments
  expect(segment?.stages[0]?.deals).toMatchObject([
    {
      id: lathe,
      account: 'Acme',
      late: false,
      missing: [{ kind: 'element', id: 'inquiry', name: 'Inquiry received', from: ['Handler'] }],
      otherWays: 0,
      owed: 1,
      overdue: 0,
    },
  ])
  expect(segment?.stages[1]?.deals).toMatchObject([
    { id: press, missing: [{ name: 'Budget', from: ['Head of finance'] }], owed: 1, overdue: 1 },
  ])
})

test('a deal is late that stands longer than three of four of the deals that passed, and comes first', async () => {
  const { db } = api.running.database
  const at = (ago: number) => new Date(Date.now() - ago * day)
  await db.stay.updateMany({ where: { dealId: press, stageId: 'need' }, data: { since: at(6), passedAt: at(1) } })
  for (const took of [2, 4, 6, 8]) {
    const dealId = await opens(other, `Took ${took}`)
    await other.post(`/deals/${dealId}/close`, { outcome: 'lost', reason: 'For the record' })
    await db.stay.create({
      data: {
        dealId,
        stageId: 'need',
        segmentId: api.segment,
        ownerId: other.id,
        since: at(took + 1),
        passedAt: at(1),
        objections: 0,
        requests: 0,
      },
    })
  }
  const young = await opens(rep, 'Mill')
  await db.stay.updateMany({ where: { dealId: lathe }, data: { since: at(7) } })
  await db.stay.updateMany({ where: { dealId: young }, data: { since: at(5.5) } })
  const [need] = (await picture()).segments[0]?.stages ?? []
  expect(need?.usual).toEqual({ median: 5 * day, most: 6 * day, deals: 5 })
  expect(need?.deals.map(({ name, late }) => [name, late])).toEqual([
    ['Lathe', true],
    ['Mill', false],
  ])
})

test('a deal that has passed all it reached stands at no stage, and a closed one is gone', async () => {
  await learns(press, 'attribute.amount', 20_000)
  await learns(press, 'element.budget', 20_000)
  await learns(press, 'commitment.approve', true)
  await learns(press, 'element.contract', true)
  expect((await picture()).segments[0]?.elsewhere).toEqual([{ id: press, name: 'Press', account: 'Acme' }])
  await rep.post(`/deals/${press}/close`, { outcome: 'won', reason: 'They signed' })
  expect(await picture()).toMatchObject({ deals: 2, segments: [{ elsewhere: [] }] })
})

test('a stage that the newest version no longer has keeps its place while a deal stands there', async () => {
  const saw = await opens(rep, 'Saw')
  await learns(saw, 'element.inquiry', true)
  const { stages = [], transitions = [] } = smallPurchase
  await api.running.publishNext({
    ...smallPurchase,
    stages: stages.filter(({ id }) => id !== 'funding'),
    transitions: [
      ...transitions.filter(({ from, to }) => from !== 'funding' && to !== 'funding'),
      { id: 'need-approval', from: 'need', to: 'approval' },
    ],
  })
  await opens(rep, 'Drill')
  expect((await stagesOf()).map(([name]) => name)).toEqual([
    'Need stated',
    'Budget confirmed',
    'Purchase approved',
    'Contract signed',
  ])
  expect(await stagesOf()).toContainEqual(['Budget confirmed', ['Saw']])
})

test('who works no deal gets an empty picture', async () => {
  expect(await picture(await api.signedIn('manager'))).toEqual({ deals: 0, segments: [] })
})
