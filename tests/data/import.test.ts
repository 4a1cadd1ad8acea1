import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processModelSchema } from '#engine'
import { libraryModels } from '../../engine/library/index.ts'
import { readExport } from '../../launch/read-export.ts'
import { sharedData } from '../../vitest.config.ts'
import { type PlannedImport, planImport } from '../../workflows/import-store/plan-import.ts'
import { storedStandings } from '../../workflows/import-store/standings.ts'
import { storeImport } from '../../workflows/import-store/store-import.ts'
import { readCrmFiles } from '../../workflows/importing/crm-files.ts'
import { decideRows } from '../../workflows/importing/decide-rows.ts'
import { mappingSchema } from '../../workflows/importing/mapping.ts'
import { reportLines } from '../../workflows/importing/report-lines.ts'
import { countOf } from '../../workflows/importing/standing.ts'
import { startImport } from '../../workflows/start-import.ts'
import { type RunningDeals, runningDeals } from '../support/running-deals.ts'
import { aWorkerProcess, type WorkerProcess } from '../support/worker-process.ts'

const files = readExport(join(sharedData, 'crm/maven-crm-opportunities'))
const mapping = mappingSchema.parse({})
const enterprise = libraryModels.find(({ id }) => id === 'enterprise-software')?.model ?? fail()
const now = new Date('2026-11-01T09:00:00.000Z')

function fail(): never {
  throw new Error('the enterprise model does not ship any more')
}

describe('of the 8,800 opportunities', () => {
  const decisions = decideRows(readCrmFiles(files), { model: processModelSchema.parse(enterprise), mapping, now })
  const { rows } = decisions
  const open = rows.filter((row) => row.is === 'open')
  const noted = (kind: string, among = rows) =>
    among.filter(({ notes }) => notes.some((note) => note.kind === kind)).length

  it('2,089 are open, 6,711 closed, none refused, and none is missing', () => {
    const countIs = (is: string) => rows.filter((row) => row.is === is).length
    expect([rows.length, countIs('open'), countIs('closed'), countIs('refused')]).toEqual([8800, 2089, 6711, 0])
    expect(new Set(rows.map(({ line }) => line)).size).toBe(8800)
  })

  it('1,480 spell a product as no list does, 333 of them open, and each is told with the spelling that was meant', () => {
    expect([noted('product-unknown'), noted('product-unknown', open)]).toEqual([1480, 333])
    const told = reportLines(decisions, new Map()).filter(({ what }) => what === 'product not in the list')
    expect(told.length).toBe(1480)
    expect(told.every(({ why }) => why.includes('nearest is “GTX Pro”'))).toBe(true)
  })

  it('1,425 open ones have no account, and each is told', () => {
    expect([noted('account-missing'), noted('account-missing', open)]).toEqual([1425, 1425])
  })

  it('35 agents and 6 managers work on them', () => {
    expect(decisions.agents.length).toBe(35)
    expect(new Set(decisions.agents.map(({ manager }) => manager)).size).toBe(6)
    expect([noted('agent-unknown'), decisions.faults.length]).toEqual([0, 0])
  })

  it('every open deal whose product has a list price carries it as its amount', () => {
    const withAmount = open.filter(
      (row) => row.is === 'open' && row.deal.observations.some(({ fact }) => fact === 'attribute.amount'),
    )
    expect(withAmount.length).toBe(2089 - 333)
  })
})

describe('the import', () => {
  let running: RunningDeals
  let worker: WorkerProcess | undefined
  beforeAll(async () => {
    running = await runningDeals(enterprise, { worker: false })
    worker = await aWorkerProcess(running.environment)
  })
  afterAll(async () => {
    await worker?.kill()
    await running.stop()
  })

  async function store(): Promise<{ planned: PlannedImport; pending: number }> {
    const { db } = running.database
    const planned = await planImport(db, { files, mapping, source: 'crm', segment: running.plan.hash }, now)
    const wanted = { ...planned, segmentId: planned.segment.id, versionId: planned.version.id }
    const { pending } = await storeImport(db, wanted, randomUUID)
    return { planned, pending }
  }

  it('leaves 2,089 open deals, each with its workflow, and a rerun opens none', async () => {
    const { db } = running.database
    const queue = running.environment.KEYNODE_TASK_QUEUE ?? ''
    const { planned, pending } = await store()
    expect(pending).toBe(2089)
    const handle = await startImport(running.client, queue, planned.importId)
    expect(await handle.result()).toEqual({ opened: 2089, failed: 0 })

    const standings = await storedStandings(db, planned.importId)
    expect([countOf(standings, 'opened'), countOf(standings, 'closed'), standings.size]).toEqual([2089, 6711, 8800])
    expect(await db.deal.count({ where: { status: 'open', seq: 1 } })).toBe(2089)
    expect(await db.dealEvent.count()).toBe(2089)
    expect(await db.deal.count({ where: { accountId: null } })).toBe(1425)
    expect(await db.account.count()).toBe(85)
    expect([
      await db.user.count({ where: { role: 'rep' } }),
      await db.user.count({ where: { role: 'manager' } }),
    ]).toEqual([35, 6])
    const workflows = `WorkflowType = 'deal' AND ExecutionStatus = 'Running' AND TaskQueue = '${queue}'`
    // The server lists workflows a moment after they have started.
    await expect
      .poll(async () => (await running.client.workflow.count(workflows)).count, { timeout: 30_000 })
      .toBe(2089)

    expect((await store()).pending).toBe(0)
    expect(await db.dealEvent.count()).toBe(2089)
  }, 900_000)
})
