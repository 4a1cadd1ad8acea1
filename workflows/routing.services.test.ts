import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson } from '#engine'
import { withLegalReview } from '../tests/support/a-model.ts'
import { aVisit } from '../tests/support/deal-events.ts'
import { type RunningDeals, runningDeals } from '../tests/support/running-deals.ts'
import { aWorkerProcess } from '../tests/support/worker-process.ts'
import { roundsId } from './rounds-contract.ts'
import { startRounds } from './start-rounds.ts'

const inTwoDays = { due: { unit: 'days', amount: 2 } } as const

let running: RunningDeals
beforeAll(async () => {
  running = await runningDeals(withLegalReview(inTwoDays), { worker: false, patience: 120_000 })
  const { db } = running.database
  await db.department.create({ data: { id: 'legal', name: 'Legal' } })
  const people = [...Array.from({ length: 10 }, (_, n) => `legal-${n}`), 'boss', 'lead', 'rep']
  await db.user.createMany({
    data: people.map((id) => ({
      id,
      name: id,
      email: `${id}@example.com`,
      role: id === 'boss' ? 'manager' : 'resource-owner',
      updatedAt: new Date(),
    })),
  })
})
afterAll(() => running.stop(), 60_000)

/** Replaces who is of legal, with how much each can have at once. */
async function legalIs(members: Record<string, number | null>) {
  const { db } = running.database
  await db.$transaction([
    db.departmentMember.deleteMany(),
    db.departmentMember.createMany({
      data: Object.entries(members).map(([userId, capacity]) => ({ departmentId: 'legal', userId, capacity })),
    }),
  ])
}

const large = aVisit('visit', { 'element.inquiry': true, 'element.budget': 90_000, 'attribute.amount': 90_000 })

/** A deal that comes to where legal is asked. */
async function aDealThatAsks(): Promise<string> {
  const dealId = await running.newDeal()
  await running.deals.change(dealId, { event: large })
  return dealId
}

const requestOf = (dealId: string) => running.database.db.supportRequest.findFirstOrThrow({ where: { dealId } })
const ownerOf = async (dealId: string) => (await requestOf(dealId)).ownerId
const untilOwned = (dealId: string) =>
  expect.poll(() => ownerOf(dealId), { timeout: 20_000, interval: 100 }).not.toBeNull()
const stopAssigning = () =>
  running.client.workflow.getHandle(roundsId('assignWaiting', running.environment.KEYNODE_TASK_QUEUE ?? '')).terminate()
const noticesOf = async (userId: string) =>
  (await running.database.db.notification.findMany({ where: { userId }, orderBy: [{ createdAt: 'asc' }] })).map(
    ({ kind }) => kind,
  )

it('of 200 requests at once, with a worker killed among them, each is given once, nobody gets more than they can have, and the rest is given once there is room', async () => {
  const { db } = running.database
  const legal = (capacity: number) =>
    legalIs(Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`legal-${n}`, capacity])))
  await legal(15)
  let worker = await aWorkerProcess(running.environment)
  const dealIds: string[] = []
  for (let n = 0; n < 20; n++) dealIds.push(...(await Promise.all(Array.from({ length: 10 }, () => running.newDeal()))))
  const asking = Promise.all(dealIds.map((dealId) => running.deals.change(dealId, { event: large })))
  await expect.poll(() => db.supportRequest.count(), { timeout: 60_000, interval: 20 }).toBeGreaterThan(60)
  await worker.kill()
  worker = await aWorkerProcess(running.environment)
  await asking

  const loads = async () => {
    const groups = await db.supportRequest.groupBy({ by: ['ownerId'], _count: true })
    return groups.map(({ ownerId, _count }) => [ownerId, _count] as const)
  }
  const given = await loads()
  expect(given.find(([owner]) => owner === null)?.[1]).toBe(50)
  expect(given.filter(([owner]) => owner !== null).map(([, count]) => count)).toEqual(Array(10).fill(15))

  await legal(20)
  await expect
    .poll(async () => (await loads()).map(([, count]) => count), { timeout: 60_000, interval: 500 })
    .toEqual(Array(10).fill(20))
  expect(await db.notification.count({ where: { kind: 'support-requested' } })).toBe(200)
  for (const dealId of dealIds) {
    const state = await running.deals.state(dealId)
    const deal = await db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { requests: true } })
    expect(deal.requests).toHaveLength(1)
    expect(canonicalJson(deal.state)).toBe(canonicalJson(state))
    expect(Object.values(state?.supportRequests ?? {})[0]?.owner).toBe(deal.requests[0]?.ownerId)
  }
  await stopAssigning()
  await worker.kill()
  await db.supportRequest.updateMany({ data: { status: 'cancelled' } })
}, 240_000)

it('what nobody can take is given once a request is answered, somebody joins, is back, or can have more', async () => {
  const { db } = running.database
  await legalIs({ 'legal-0': 1 })
  await running.startWorker()
  await startRounds(running.client, 'assignWaiting', running.environment.KEYNODE_TASK_QUEUE ?? '', { everyMs: 200 })
  const first = await aDealThatAsks()
  const second = await aDealThatAsks()
  expect(await requestOf(second)).toMatchObject({ ownerId: null, waiting: 'no-one-free' })
  expect(await noticesOf('boss')).toContain('support-unassigned')

  const { id: request } = await requestOf(first)
  await running.deals.change(first, {
    event: {
      kind: 'support-answered',
      id: 'answer',
      by: 'legal-0',
      request,
      verdict: 'approved',
      note: '',
      observations: [],
    },
  })
  await untilOwned(second)
  expect(await requestOf(second)).toMatchObject({ ownerId: 'legal-0', waiting: null })

  const third = await aDealThatAsks()
  await db.departmentMember.create({ data: { departmentId: 'legal', userId: 'legal-1', capacity: 1 } })
  await untilOwned(third)
  expect(await ownerOf(third)).toBe('legal-1')

  const absence = {
    id: 'away',
    userId: 'legal-2',
    from: new Date(Date.now() - 1000),
    until: new Date(Date.now() + 4000),
  }
  await db.absence.create({ data: absence })
  await db.departmentMember.create({ data: { departmentId: 'legal', userId: 'legal-2', capacity: 1 } })
  const fourth = await aDealThatAsks()
  expect(await ownerOf(fourth)).toBeNull()
  await untilOwned(fourth)
  expect(Date.now()).toBeGreaterThanOrEqual(absence.until.getTime())

  const fifth = await aDealThatAsks()
  await db.departmentMember.updateMany({ where: { userId: 'legal-0' }, data: { capacity: 2 } })
  await untilOwned(fifth)
  expect(await ownerOf(fifth)).toBe('legal-0')
  const events = await db.dealEvent.findMany({ where: { dealId: fifth }, orderBy: { seq: 'asc' } })
  expect(events.map(({ kind, byId }) => [kind, byId])).toEqual([
    ['opened', 'rep'],
    ['interaction-recorded', 'rep'],
    ['support-routed', 'clock'],
  ])
  await stopAssigning()
  await running.stopWorker()
}, 120_000)

it('what somebody had who leaves the department goes to a colleague, or waits and the process owner knows', async () => {
  const { db } = running.database
  await db.notification.deleteMany()
  await db.supportRequest.updateMany({ data: { status: 'cancelled' } })
  await legalIs({ 'legal-7': null })
  await running.startWorker()
  const dealId = await aDealThatAsks()
  const { id: request } = await requestOf(dealId)
  await running.deals.change(dealId, { event: { kind: 'support-accepted', id: 'mine', by: 'legal-7', request } })
  await legalIs({ 'legal-7': null, 'legal-8': null })
  await startRounds(running.client, 'assignWaiting', running.environment.KEYNODE_TASK_QUEUE ?? '', { everyMs: 200 })
  expect(await ownerOf(dealId)).toBe('legal-7')

  await legalIs({ 'legal-8': null })
  await expect.poll(() => ownerOf(dealId), { timeout: 20_000, interval: 100 }).toBe('legal-8')
  expect(await requestOf(dealId)).toMatchObject({ acceptedAt: null, waiting: null })
  expect(await noticesOf('legal-8')).toEqual(['support-requested'])

  await legalIs({})
  await expect.poll(() => ownerOf(dealId), { timeout: 20_000, interval: 100 }).toBeNull()
  expect(await requestOf(dealId)).toMatchObject({ waiting: 'no-one-free' })
  expect(await noticesOf('boss')).toEqual(['support-unassigned'])
  await legalIs({ 'legal-9': null })
  await expect.poll(() => ownerOf(dealId), { timeout: 20_000, interval: 100 }).toBe('legal-9')
  expect((await running.deals.state(dealId))?.supportRequests[request]).toMatchObject({ owner: 'legal-9' })
  await stopAssigning()
  await running.stopWorker()
}, 120_000)

it('what a manager was asked who is no manager any more goes to another, or waits for one, and is never lost', async () => {
  const { db } = running.database
  await db.notification.deleteMany()
  await db.supportRequest.updateMany({ data: { status: 'cancelled' } })
  const are = (role: string, ...ids: string[]) => db.user.updateMany({ where: { id: { in: ids } }, data: { role } })
  await are('manager', 'lead')
  await running.startWorker()
  const dealId = await running.newDeal()
  const visit = { at: new Date(Date.now() + 86_400_000).toISOString(), meet: 'Their head of purchasing' }
  await running.deals.change(dealId, {
    event: {
      kind: 'support-requested',
      id: 'company',
      by: 'rep',
      name: 'Come along',
      details: '',
      of: { kind: 'manager', manager: 'boss', visit },
    },
  })
  await running.deals.change(dealId, {
    event: { kind: 'support-accepted', id: 'gladly', by: 'boss', request: 'company' },
  })
  await startRounds(running.client, 'assignWaiting', running.environment.KEYNODE_TASK_QUEUE ?? '', { everyMs: 200 })
  const steps = () => db.dealEvent.count({ where: { dealId } })
  await setTimeout(1000)
  expect([await ownerOf(dealId), await steps()]).toEqual(['boss', 3])

  await are('rep', 'boss')
  await expect.poll(() => ownerOf(dealId), { timeout: 20_000, interval: 100 }).toBe('lead')
  expect(await requestOf(dealId)).toMatchObject({ status: 'open', acceptedAt: null, waiting: null })
  expect(await noticesOf('lead')).toEqual(['support-requested'])

  await are('rep', 'lead')
  await expect.poll(() => ownerOf(dealId), { timeout: 20_000, interval: 100 }).toBeNull()
  expect(await requestOf(dealId)).toMatchObject({ status: 'open', waiting: 'no-one-free' })
  await are('manager', 'boss')
  await expect.poll(() => ownerOf(dealId), { timeout: 20_000, interval: 100 }).toBe('boss')
  expect((await running.deals.state(dealId))?.supportRequests.company).toMatchObject({ owner: 'boss', visit })
  await are('resource-owner', 'lead')
  await stopAssigning()
  await running.stopWorker()
}, 120_000)

it('an owner is reminded; then the leads and at last the process owner are told, each once', async () => {
  const { db } = running.database
  const seconds = (amount: number) => ({ unit: 'minutes' as const, amount: amount / 60 })
  const plan = await running.publish({
    ...withLegalReview({
      due: seconds(2),
      remindBefore: seconds(1),
      leadsAfter: seconds(1),
      processOwnerAfter: seconds(2),
    }),
    name: 'Purchase in haste',
  })
  await legalIs({ 'legal-5': null, lead: 0 })
  await db.departmentMember.updateMany({ where: { userId: 'lead' }, data: { lead: true } })
  await db.segment.update({ where: { id: plan.hash }, data: { processOwnerId: 'boss' } })
  await db.notification.deleteMany()
  await running.startWorker()
  const dealId = await running.newDeal({ plan })
  await running.deals.change(dealId, { event: large })
  await expect.poll(() => noticesOf('boss'), { timeout: 30_000, interval: 200 }).toEqual(['support-request-escalated'])
  expect(await noticesOf('legal-5')).toEqual(['support-requested', 'support-reminder', 'support-request-overdue'])
  expect(await noticesOf('lead')).toEqual(['support-request-overdue'])
  expect(await requestOf(dealId)).toMatchObject({ escalatedTo: 'process-owner', ownerId: 'legal-5' })
  const state = await running.deals.state(dealId)
  expect(state?.wakeAt).toBeUndefined()
  expect((await db.dealEvent.findMany({ where: { dealId, kind: 'woken' } })).length).toBe(4)
  await running.stopWorker()
}, 120_000)
