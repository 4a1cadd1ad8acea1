import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { applyPatch, type DealEvent, type DealState, dealEventSchema } from '#engine/deal'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { aVisit } from '../../tests/support/deal-events.ts'
import { type RunningDeals, runningDeals } from '../../tests/support/running-deals.ts'
import type { TakeStep } from '../contract.ts'
import { createCalendarCache } from './calendar-cache.ts'
import { createPlanCache } from './plan-cache.ts'
import { createTakeStep } from './take-step.ts'

let running: RunningDeals
let takeStep: TakeStep
beforeAll(async () => {
  running = await runningDeals(smallPurchase, { worker: false })
  const { db } = running.database
  takeStep = createTakeStep(db, createPlanCache(db), createCalendarCache(db, 0))
  await db.user.createMany({
    data: ['ann', 'ben', 'mia'].map((id) => ({
      id,
      name: id,
      email: `${id}@example.com`,
      role: id === 'mia' ? 'manager' : 'resource-owner',
      updatedAt: new Date(),
    })),
  })
  await db.department.upsert({ where: { id: 'legal' }, create: { id: 'legal', name: 'Legal' }, update: {} })
  await db.departmentMember.createMany({ data: ['ann', 'ben'].map((userId) => ({ departmentId: 'legal', userId })) })
})
afterAll(() => running.stop())

let opened: DealState
beforeEach(async () => {
  opened = await anOpenedDeal()
})

const morning = '2026-03-02T09:00:00.000Z'
const nextWeek = '2026-03-09T09:00:00.000Z'

async function anOpenedDeal(): Promise<DealState> {
  const { database, plan } = running
  const dealId = randomUUID()
  const names = { planHash: plan.hash, name: 'Press line for Acme' }
  await database.db.deal.create({
    data: {
      ...names,
      id: dealId,
      segmentId: plan.hash,
      modelVersionId: plan.hash,
      ownerId: 'rep',
      status: 'open',
      seq: 0,
      state: {},
      openedAt: new Date(),
    },
  })
  return step(undefined, { kind: 'opened', id: 'open', by: 'rep', dealId, owner: 'rep', observations: [], ...names })
}

const step = async (state: DealState | undefined, event: DealEvent, now = morning): Promise<DealState> =>
  applyPatch(state, await takeStep(state, event, now))

/** Brings the deal to the stage where legal is asked, by a visit. */
const large = (id: string) =>
  aVisit(id, { 'element.inquiry': true, 'element.budget': 90000, 'attribute.amount': 90000 })

const anObjection = (id: string) =>
  dealEventSchema.parse({ kind: 'objection-raised', id, by: 'ann', type: 'price', statement: 'Too expensive' })

const aSkip = (id: string) =>
  dealEventSchema.parse({
    kind: 'deviated',
    id,
    by: 'rep',
    deviation: { kind: 'skip-stage', stage: 'signed' },
    reason: 'Funded by the group',
  })

/** All that the read model holds of a deal, in an order of its own. */
async function stored(dealId: string) {
  const { db } = running.database
  const where = { dealId }
  const byId = { where, orderBy: { id: 'asc' as const } }
  const { updatedAt: _, ...deal } = await db.deal.findUniqueOrThrow({ where: { id: dealId } })
  return {
    deal,
    events: await db.dealEvent.findMany({ where, orderBy: { seq: 'asc' } }),
    tasks: await db.task.findMany(byId),
    requests: await db.supportRequest.findMany(byId),
    objections: await db.objection.findMany(byId),
    deviations: await db.deviation.findMany(byId),
    notices: await db.notification.findMany(byId),
  }
}

it('a step that runs twice is stored once and gives the same patch', async () => {
  const first = await takeStep(opened, large('meeting'), morning)
  const once = await stored(opened.dealId)
  const second = await takeStep(opened, large('meeting'), nextWeek)
  expect(second).toEqual(first)
  expect(await stored(opened.dealId)).toEqual(once)
})

it('runs of one step at the same time all give the one patch that is stored', async () => {
  const at = ['T09', 'T10', 'T11', 'T12'].map((hour) => morning.replace('T09', hour))
  const patches = await Promise.all(
    at.map((now) => takeStep(opened, aVisit('visit', { 'element.inquiry': true }), now)),
  )
  expect(new Set(patches.map((patch) => JSON.stringify(patch))).size).toBe(1)
  expect((await stored(opened.dealId)).events.map(({ seq, delta }) => [seq, delta])).toEqual([
    [1, expect.anything()],
    [2, patches[0]],
  ])
})

it('a step that replaces steps the workflow never recorded leaves none of their rows, and what they changed is as it was', async () => {
  const lost = await step(opened, large('lost'))
  const objected = await step(lost, anObjection('lost objection'))
  await step(objected, aSkip('lost skip'))
  const kept = aVisit('kept', { 'attribute.amount': 9000 })
  await takeStep(opened, kept, morning)

  const unharmed = await anOpenedDeal()
  await takeStep(unharmed, kept, morning)
  const expected = JSON.stringify(await stored(unharmed.dealId)).replaceAll(unharmed.dealId, opened.dealId)
  expect(await stored(opened.dealId)).toEqual(reviveDates(JSON.parse(expected)))
})

it('a step that comes late, from a worker that was taken for dead, is refused and harms nothing', async () => {
  await step(opened, anObjection('taken since'), nextWeek)
  const before = await stored(opened.dealId)
  await expect(takeStep(opened, large('late'), morning)).rejects.toMatchObject({ nonRetryable: true })
  expect(await stored(opened.dealId)).toEqual(before)
})

it('the read model says of tasks, requests and objections what the state says', async () => {
  const asked = await step(opened, large('meeting'))
  const objected = await step(asked, anObjection('objection'))
  const late = await step(objected, { kind: 'woken', id: 'woken', by: 'clock' }, nextWeek)
  const { deal, tasks, requests, objections } = await stored(opened.dealId)
  const instant = (at: string | undefined) => (at ? new Date(at) : null)
  expect(deal).toMatchObject({
    seq: 4,
    status: 'open',
    outcome: null,
    openStages: ['approval'],
    wakeAt: instant(late.wakeAt),
    state: late,
  })
  expect(tasks).toEqual(
    Object.entries(late.tasks)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, task]) => ({
        dealId: opened.dealId,
        id,
        name: task.name,
        status: task.status,
        assigneeId: task.assignee,
        stageId: task.stage ?? null,
        actionId: task.action ?? null,
        brings: task.brings,
        openedAt: instant(task.openedAt),
        dueAt: instant(task.dueAt),
        closedAt: instant(task.closedAt),
        escalatedAt: instant(task.escalatedAt),
        seq: task.seq,
      })),
  )
  const [request] = Object.values(late.supportRequests)
  expect(requests).toMatchObject([
    { departmentId: 'legal', ownerId: request?.owner, escalatedAt: new Date(nextWeek), verdict: null, seq: 4 },
  ])
  expect(objections).toMatchObject([{ id: 'objection', typeId: 'price', status: 'raised', outcome: null, seq: 3 }])
})

it('a deviation is stored with its stage and its reason, and choosing a style that nothing speaks against is none', async () => {
  const skipped = await step(opened, aSkip('skip'))
  const styled = { kind: 'style-chosen', id: 'style', by: 'rep', style: 'top-leader', reason: 'The president leads it' }
  const chosen = await step(skipped, dealEventSchema.parse(styled), nextWeek)
  expect(Object.keys(chosen.deviations)).toEqual(['skip', 'style'])
  expect((await stored(opened.dealId)).deviations).toEqual([
    {
      dealId: opened.dealId,
      id: 'skip',
      kind: 'skip-stage',
      stageId: 'signed',
      target: 'signed',
      name: 'Contract signed',
      reason: 'Funded by the group',
      byId: 'rep',
      at: new Date(morning),
      seq: 2,
      segmentId: opened.planHash,
    },
  ])
})

it('a request goes to whoever of the department has the fewest open ones', async () => {
  const owners = []
  for (let n = 0; n < 4; n++) {
    const state = await step(await anOpenedDeal(), large('meeting'))
    owners.push(...Object.values(state.supportRequests).map(({ owner }) => owner))
  }
  const counts = await running.database.db.supportRequest.groupBy({
    by: ['ownerId'],
    where: { status: 'open' },
    _count: true,
  })
  expect(owners).toHaveLength(4)
  expect(Math.abs((counts[0]?._count ?? 0) - (counts[1]?._count ?? 0))).toBeLessThanOrEqual(1)
})

it('sixty deals that ask one department at the same moment all get an owner, evenly', async () => {
  const deals = await Promise.all(Array.from({ length: 60 }, anOpenedDeal))
  const states = await Promise.all(deals.map((deal) => step(deal, large('meeting'))))
  const owners = states.flatMap(({ supportRequests }) => Object.values(supportRequests).map(({ owner }) => owner))
  const counts = await running.database.db.supportRequest.groupBy({
    by: ['ownerId'],
    where: { status: 'open' },
    _count: true,
  })
  expect([owners.length, owners.every((owner) => owner !== undefined)]).toEqual([60, true])
  expect(Math.abs((counts[0]?._count ?? 0) - (counts[1]?._count ?? 0))).toBeLessThanOrEqual(1)
})

it('sixty deals that at the same moment ask a department where nobody is wait in its queue, and a manager is told of each', async () => {
  const { db } = running.database
  const members = await db.departmentMember.findMany({ where: { departmentId: 'legal' } })
  await db.departmentMember.deleteMany({ where: { departmentId: 'legal' } })
  const deals = await Promise.all(Array.from({ length: 60 }, anOpenedDeal))
  await Promise.all(deals.map((deal) => step(deal, large('meeting'))))
  await db.departmentMember.createMany({ data: members })
  const told = await db.notification.count({
    where: { kind: 'support-unassigned', userId: 'mia', dealId: { in: deals.map(({ dealId }) => dealId) } },
  })
  expect(told).toBe(60)
})

it('what is overdue is told to its owner, the deal’s owner and the managers, once each', async () => {
  const asked = await step(opened, large('meeting'))
  const late = await step(asked, { kind: 'woken', id: 'woken', by: 'clock' }, nextWeek)
  await step(late, { kind: 'woken', id: 'woken again', by: 'clock' }, nextWeek)
  const [request] = Object.values(late.supportRequests)
  const { notices } = await stored(opened.dealId)
  const overdue = notices.filter(({ kind }) => kind === 'support-request-overdue').map(({ userId }) => userId)
  expect(overdue.sort()).toEqual([request?.owner, 'mia', 'rep'].sort())
})

it('a deal’s row follows it to another version, also to one of the same plan, and back when the move was never recorded', async () => {
  const { publishNext, plan } = running
  const renamed = await publishNext({ ...smallPurchase, name: 'Small purchase, newer' })
  const laidOut = await publishNext({ ...smallPurchase, layout: { need: { x: 1, y: 2 } } })
  const versionOf = async () => {
    const { modelVersion, planHash } = await running.database.db.deal.findUniqueOrThrow({
      where: { id: opened.dealId },
      include: { modelVersion: { select: { number: true } } },
    })
    return [modelVersion.number, planHash]
  }
  const move = (id: string, { number, plan: { hash } }: typeof renamed) =>
    dealEventSchema.parse({ kind: 'model-moved', id, by: 'ops', planHash: hash, version: number })
  const moved = await step(opened, move('to 2', renamed))
  expect(await versionOf()).toEqual([2, renamed.plan.hash])
  await step(moved, move('to 3', laidOut), nextWeek)
  expect(await versionOf()).toEqual([3, plan.hash])
  await step(moved, aVisit('instead'), '2026-03-10T09:00:00.000Z')
  expect(await versionOf()).toEqual([2, renamed.plan.hash])
})

const isInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Turns the instants of columns, not those within the state, the event and the patch, into dates again. */
function reviveDates(rows: Record<string, unknown>): Record<string, unknown> {
  const inJson = ['state', 'event', 'delta']
  const revive = (value: unknown): unknown => {
    if (typeof value === 'string' && isInstant.test(value)) return new Date(value)
    if (Array.isArray(value)) return value.map(revive)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, inJson.includes(key) ? member : revive(member)]),
    )
  }
  return revive(rows) as Record<string, unknown>
}
