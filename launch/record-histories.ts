import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { compileModel, type Plan, type ProcessModelDraft, processModelSchema } from '#engine'
import { createDb, type Db } from '../prisma/client.ts'
import { migrate } from '../prisma/migrate.ts'
import { dealWorkflowId } from '../workflows/contract.ts'
import { createWorker } from '../workflows/create-worker.ts'
import { createDealsClient } from '../workflows/deals-client.ts'
import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'
import { freePort } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { type Life, lives, liveThrough } from './recorded-lives.ts'
import { findTemporalCli } from './temporal-cli.ts'
import { startTemporalServer } from './temporal-server.ts'

const { History } = proto.temporal.api.history.v1
const target = 'workflows/histories'
const taskQueue = 'recording'
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/**
 * Lets deals live on real servers of their own, and keeps the histories of their workflows for the replay test, under this
 * release's version. Histories of earlier releases stay: deals that began under them are still running somewhere.
 */
await runMain(async () => {
  await generateClient()
  const folder = mkdtempSync(join(tmpdir(), 'keynode-record-'))
  const cli = await findTemporalCli(join(process.env.KEYNODE_DATA ?? '.keynode', 'bin'))
  const postgres = await startPostgres(join(folder, 'postgres'), await freePort())
  const server = await startTemporalServer({
    cli,
    port: await freePort(),
    database: join(folder, 'temporal.db'),
    pidFile: join(folder, 'temporal.pid'),
  })
  try {
    await migrate(postgres.url, 'prisma/migrations')
    await recordAll(postgres.url, server.address)
  } finally {
    await server.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return 0
})

async function recordAll(databaseUrl: string, address: string): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const db = createDb(databaseUrl)
  const native = await NativeConnection.connect({ address })
  const connection = await Connection.connect({ address })
  const worker = await createWorker({
    connection: native,
    namespace: 'default',
    taskQueue,
    db,
    publicUrl: 'http://localhost',
  })
  mkdirSync(target, { recursive: true })
  await worker.runUntil(async () => {
    for (const life of lives) await record(new Client({ connection }), db, life)
  })
  await Promise.all([connection.close(), native.close(), db.$disconnect()])
}

async function record(client: Client, db: Db, life: Life): Promise<void> {
  const dealId = life.name
  const plan = await openable(db, life.model, dealId)
  const deals = createDealsClient(client, taskQueue, {
    ...(life.stepsPerRun !== undefined && { stepsPerRun: life.stepsPerRun }),
  })
  await deals.open(dealId, {
    kind: 'opened',
    id: 'opening',
    by: 'rep',
    dealId,
    planHash: plan.hash,
    name: 'Packing line for Northmill',
    owner: 'rep',
    observations: [],
  })
  const { runId } = await client.workflow.getHandle(dealWorkflowId(dealId)).describe()
  await liveThrough(deals, dealId, life)
  const runs = await historiesFrom(client, dealId, runId)
  for (const [n, history] of runs.entries()) {
    const file = join(target, `${version}-${life.name}${runs.length > 1 ? `-run-${n + 1}` : ''}.json`)
    writeFileSync(file, `${history}\n`)
    console.log(`${file}  ${Math.ceil(history.length / 1024)} kB`)
  }
}

/** Publishes a model where that has not been done, and writes the row that the deal's first step fills. */
async function openable(db: Db, draft: ProcessModelDraft, dealId: string): Promise<Plan> {
  const model = processModelSchema.parse(draft)
  const plan = compileModel(model)
  const id = plan.hash
  const versions = { create: { id, number: 1, model, planHash: id, plan, note: '', publishedBy: 'ops' } }
  const segment = { id, name: id, model: { create: { id, draft: model, versions } } }
  await db.segment.upsert({ where: { id }, create: segment, update: {} })
  await db.deal.create({
    data: {
      id: dealId,
      name: dealId,
      segmentId: id,
      modelVersionId: id,
      planHash: id,
      ownerId: 'rep',
      status: 'open',
      seq: 0,
      openStages: [],
      state: {},
      openedAt: new Date(),
    },
  })
  return plan
}

/** The histories of a run and of those after it. */
async function historiesFrom(client: Client, dealId: string, runId: string): Promise<string[]> {
  const history = await client.workflow.getHandle(dealWorkflowId(dealId), runId).fetchHistory()
  const next = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId
  const plain = History.toObject(History.fromObject(history), {
    longs: String,
    bytes: String,
    enums: String,
  })
  return [JSON.stringify(plain, anonymous, 2), ...(next ? await historiesFrom(client, dealId, next) : [])]
}

/** Leaves out the names of the machine and the paths of its files, which replay does not ask for. */
function anonymous(key: string, value: unknown): unknown {
  if (key === 'identity') return 'recorder'
  if (key === 'name' && String(value).includes('@')) return 'sticky'
  return key === 'stackTrace' ? undefined : value
}
