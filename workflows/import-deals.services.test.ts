import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DealEvent } from '#engine/deal'
import type { Db } from '../prisma/client.ts'
import { aCrm, aFile, openRows } from '../tests/support/a-crm.ts'
import { smallPurchase } from '../tests/support/a-model.ts'
import { type RunningDeals, runningDeals } from '../tests/support/running-deals.ts'
import { aWorkerProcess, type WorkerProcess } from '../tests/support/worker-process.ts'
import { importProgressQuery } from './import-contract.ts'
import { planImport } from './import-store/plan-import.ts'
import { storedStandings } from './import-store/standings.ts'
import { storeImport } from './import-store/store-import.ts'
import { withoutPassword } from './import-store/without-password.ts'
import type { CrmFiles } from './importing/crm-files.ts'
import { mappingSchema } from './importing/mapping.ts'
import { countOf } from './importing/standing.ts'
import { startImport } from './start-import.ts'

let running: RunningDeals
let worker: WorkerProcess | undefined
let db: Db
let source: string
beforeAll(async () => {
  running = await runningDeals(smallPurchase, { worker: false })
  db = running.database.db
  worker = await aWorkerProcess(running.environment)
})
// Each test imports from a CRM of its own.
beforeEach(() => {
  source = `crm-${randomUUID().slice(0, 8)}`
})
afterAll(async () => {
  await worker?.kill()
  await running.stop()
})

const mapping = mappingSchema.parse({ stages: { Engaging: { open: true, facts: { 'element.inquiry': true } } } })

async function store(files: CrmFiles) {
  const request = { files, mapping, source, segment: running.plan.hash }
  const planned = await planImport(db, request, new Date('2026-03-01T12:00:00.000Z'))
  const wanted = { ...planned, segmentId: planned.segment.id, versionId: planned.version.id }
  return { ...(await storeImport(db, wanted, randomUUID)), importId: planned.importId }
}

const start = (importId: string) => startImport(running.client, running.environment.KEYNODE_TASK_QUEUE ?? '', importId)

/** Imports as the command does: stores, opens what waits, and says where each row stands. */
async function importAll(files: CrmFiles) {
  const { importId, pending } = await store(files)
  const handle = await start(importId)
  const done = await handle.result()
  const standings = await storedStandings(db, importId)
  const count = (status: Parameters<typeof countOf>[1]) => countOf(standings, status)
  return { importId, pending, done, standings, count, handle }
}

const dealsHere = () =>
  db.deal.findMany({
    where: { externalId: { startsWith: `import ${source} ` } },
    include: { events: true, account: true },
    orderBy: { externalId: 'asc' },
  })

describe('an import of thirty rows', () => {
  const rows = [
    ...openRows(24),
    'P1,Abe Castle,PressXL,,Prospecting,,,',
    'P2,Abe Castle,Press S,Pine & Sons,Prospecting,,,',
    'W1,Ida Holm,Press S,Harbour Mills,Won,2026-01-15,2026-02-01,900',
    'L1,Ida Holm,Press S,Harbour Mills,Lost,2026-01-15,2026-02-01,0',
    'X1,Ida Holm,Press S,Harbour Mills,Odd,,,',
    'X2,Ida Holm',
  ]

  it('opens a workflow for each open deal, with its facts, and accounts for every row', async () => {
    const { count, done, handle } = await importAll(aCrm(rows))
    expect([count('opened'), count('closed'), count('refused')]).toEqual([26, 2, 2])
    expect(done).toEqual({ opened: 26, failed: 0 })
    expect(await handle.query(importProgressQuery)).toEqual(done)
    const deals = await dealsHere()
    expect(deals.map(({ seq, events }) => [seq, events.length])).toEqual(deals.map(() => [1, 1]))
    const first = deals.find(({ externalId }) => externalId?.endsWith(' Z1'))
    const state = await running.deals.state(first?.id ?? '')
    expect(first).toMatchObject({ name: 'Press XL for Harbour Mills', account: { name: 'Harbour Mills' } })
    expect(state?.stages.need).toMatchObject({ status: 'completed' })
    expect(Object.values(state?.observations ?? {})).toMatchObject([
      { fact: 'element.inquiry', value: true, at: '2026-01-15T00:00:00.000Z', evidence: 'pipeline.csv, line 2' },
      { fact: 'attribute.amount', value: 48000 },
    ])
  }, 120_000)

  it('run again, opens nothing, makes nobody twice and leaves every deal as it is', async () => {
    await importAll(aCrm(rows))
    const before = [await dealsHere(), await db.user.count(), await db.account.count(), await db.importRow.count()]
    const again = await importAll(aCrm(rows))
    expect(again.pending).toBe(0)
    expect([again.done.opened, again.count('opened')]).toEqual([0, 26])
    expect([await dealsHere(), await db.user.count(), await db.account.count(), await db.importRow.count()]).toEqual(
      before,
    )
  }, 120_000)
})

it('agents own their deals as reps who cannot sign in yet, and a user of the name is taken rather than made', async () => {
  const teams = 'sales_agent,manager\nUma Reed,Olga Moss\nLin Ford,Olga Moss\n'
  await db.user.create({ data: { id: 'lin', name: 'Lin Ford', email: 'lin@mills.example', role: 'rep' } })
  const waiting = await withoutPassword(db)
  await importAll(aCrm(['U1,Uma Reed,Press S,,Engaging,,,', 'U2,Lin Ford,Press S,,Engaging,,,'], { teams }))
  const uma = await db.user.findUniqueOrThrow({ where: { email: 'uma.reed@imported.invalid' } })
  expect(uma).toMatchObject({ name: 'Uma Reed', role: 'rep' })
  expect((await dealsHere()).map(({ ownerId }) => ownerId)).toEqual([uma.id, 'lin'])
  expect(await db.user.findUnique({ where: { email: 'olga.moss@imported.invalid' } })).toMatchObject({
    role: 'manager',
  })
  expect(await withoutPassword(db)).toEqual({ reps: waiting.reps + 1, managers: waiting.managers + 1 })
}, 60_000)

it('a worker that is killed in mid-import is followed by another, and each deal is opened once', async () => {
  const { importId } = await store(aCrm(openRows(150)))
  const handle = await start(importId)
  const openedSoFar = () => db.importRow.count({ where: { importId, status: 'opened' } })
  await expect.poll(openedSoFar, { timeout: 60_000, interval: 20 }).toBeGreaterThan(20)
  await worker?.kill()
  expect(await openedSoFar()).toBeLessThan(150)
  // What a killed worker had opened and not yet noted is nobody else's: the command is run again meanwhile.
  await store(aCrm(openRows(150)))
  worker = await aWorkerProcess(running.environment)
  await start(importId)
  await handle.result()
  const deals = await dealsHere()
  expect(deals.map(({ seq, events }) => [seq, events.length])).toEqual(Array.from({ length: 150 }, () => [1, 1]))
  expect([await openedSoFar(), countOf(await storedStandings(db, importId), 'known')]).toEqual([150, 0])
}, 180_000)

it('a second file opens what is new, leaves what is here, and tells which of its rows have changed', async () => {
  const [first = '', second = '', third = ''] = openRows(3)
  await importAll(aCrm([first, second]))
  const before = await dealsHere()
  const changed = second.replace('Press XL', 'Press S')
  const { standings, count } = await importAll(aCrm([first, changed, third]))
  expect([count('opened'), count('known')]).toEqual([1, 2])
  expect(standings.get(2)?.reason).toMatch(/is open in “.*” already and stays as it is$/)
  expect(standings.get(3)?.reason).toMatch(/; product was “Press XL” then, is “Press S” now$/)
  expect((await dealsHere()).slice(0, 2)).toEqual(before)
}, 60_000)

it('a row that is closed in a later file while its deal is open here is told', async () => {
  const [row = ''] = openRows(1)
  await importAll(aCrm([row]))
  const { standings } = await importAll(aCrm([row.replace('Engaging', 'Won')]))
  expect(standings.get(2)).toEqual({
    status: 'closed',
    reason: 'it is Won in the file, and its deal is still open here',
  })
}, 60_000)

it('a row that its deal refuses is given up with the reason, the others open, and the next run tries it again', async () => {
  const { importId } = await store(aCrm(openRows(3)))
  const row = await db.importRow.findFirstOrThrow({ where: { importId, line: 3 } })
  const observation = { id: 'o', fact: 'attribute.nowhere', value: 1, grade: 'said' }
  const broken = { ...(row.deal as object), observations: [observation] }
  await db.importRow.updateMany({ where: { importId, line: 3 }, data: { deal: broken } })
  expect(await (await start(importId)).result()).toEqual({ opened: 2, failed: 1 })
  expect((await storedStandings(db, importId)).get(3)).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('The model has no fact attribute.nowhere'),
  })
  const again = await importAll(aCrm(openRows(3)))
  expect([again.pending, again.count('opened'), again.count('failed')]).toEqual([1, 3, 0])
  const opened = (await dealsHere()).map(({ events }) => events.map(({ event }) => (event as DealEvent).kind))
  expect(opened).toEqual([['opened'], ['opened'], ['opened']])
}, 60_000)

describe('nothing is half written', () => {
  const everything = async () => [
    await db.user.count(),
    await db.account.count(),
    await db.importBatch.count(),
    await db.importRow.count(),
    await db.deal.count(),
  ]

  it('where a file is broken', async () => {
    const before = await everything()
    const accounts = { name: 'accounts.csv', bytes: Uint8Array.from([0, 1, 2]) }
    await expect(store({ ...aCrm(openRows(3)), accounts })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    await expect(store({ pipeline: aFile('pipeline.csv', 'a,b\n1,2\n') })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    })
    expect(await everything()).toEqual(before)
  })

  it('where storing fails at its end', async () => {
    const before = await everything()
    const request = { files: aCrm(openRows(3)), mapping, source, segment: running.plan.hash }
    const planned = await planImport(db, request, new Date('2026-03-01T12:00:00.000Z'))
    const [first] = planned.decisions.rows
    const twice = { ...planned.decisions, rows: first ? [first, first] : [] }
    const wanted = { ...planned, decisions: twice, segmentId: planned.segment.id, versionId: planned.version.id }
    await expect(storeImport(db, wanted, randomUUID)).rejects.toThrow()
    expect(await everything()).toEqual(before)
  })

  it('where the segment is unknown, and those that there are are named', async () => {
    const request = { files: aCrm(openRows(1)), mapping, source, segment: 'Nobody' }
    await expect(planImport(db, request, new Date())).rejects.toMatchObject({
      code: 'SEGMENT_NOT_FOUND',
      message: expect.stringContaining(running.plan.hash),
    })
  })
})
