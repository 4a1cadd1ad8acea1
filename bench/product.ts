import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { compileModel, type Plan, type ProcessModel } from '#engine'
import type { ObservationInput } from '#engine/deal'
import { buildWorkflows } from '../launch/build-workflows.ts'
import { freePort } from '../launch/ports.ts'
import { startPostgres } from '../launch/postgres.ts'
import { supervise } from '../launch/supervise.ts'
import { startTemporalServer } from '../launch/temporal-server.ts'
import { createDb, type Db } from '../prisma/client.ts'
import { migrate } from '../prisma/migrate.ts'
import { createDealsClient, type DealsClient } from '../workflows/deals-client.ts'
import { openDeal } from '../workflows/open-deal.ts'
import { enterpriseModel } from './enterprise-deal.ts'
import { type Footprint, footprintOf } from './footprint.ts'

export type Product = {
  plan: Plan
  db: Db
  client: Client
  deals: DealsClient
  /** Where the bundle of the workflows is. */
  bundle: string
  /** Opens a deal, on the enterprise model where no other published one is named. */
  openDeal(plan?: Plan, observations?: ObservationInput[]): Promise<string>
  publish(id: string, model: ProcessModel): Promise<Plan>
  footprint(): Promise<Footprint>
  stop(): Promise<void>
}

export const taskQueue = 'keynode'
export const segmentId = 'enterprise'
export const versionId = 'enterprise 1'

/**
 * The product as it runs on one machine, in a folder that goes with it: its own database and Temporal server, a worker as
 * a process of its own, and the enterprise model published.
 */
export async function startProduct(temporalCli: string): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'keynode-bench-'))
  const [history, serverPid, workerPid] = ['temporal.db', 'temporal.pid', 'worker.pid'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  const postgres = await startPostgres(join(folder, 'postgres'), await freePort())
  const temporal = await startTemporalServer({
    cli: temporalCli,
    port: await freePort(),
    database: history,
    pidFile: serverPid,
  })
  await migrate(postgres.url, 'prisma/migrations')
  const db = createDb(postgres.url)
  const plan = await publish(db, segmentId, enterpriseModel)
  const bundle = await buildWorkflows()
  const settings = {
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: temporal.address,
    KEYNODE_TASK_QUEUE: taskQueue,
    KEYNODE_WORKFLOWS: bundle,
  }
  const worker = supervise(
    'worker',
    'workflows/worker.ts',
    { ...process.env, ...settings },
    { pidFile: workerPid, readyAt: 'worker ready' },
  )
  await worker.ready
  const connection = await Connection.connect({ address: temporal.address })
  const client = new Client({ connection })
  const deals = createDealsClient(client, taskQueue, { patience: 120_000 })
  const means = { db, deals, now: () => new Date(), newId: randomUUID }
  return {
    plan,
    db,
    client,
    deals,
    bundle,
    publish: (id, model) => publish(db, id, model),
    footprint: () => footprintOf(db, { serverPid, workerPid, history }),
    openDeal: async ({ hash } = plan, observations = []) => {
      const version = await db.modelVersion.findFirstOrThrow({ where: { planHash: hash }, include: { of: true } })
      return openDeal(means, {
        externalId: randomUUID(),
        eventId: 'open',
        by: 'rep',
        name: 'Licences for Acme',
        segmentId: version.of.segmentId ?? '',
        version,
        owner: 'rep',
        observations,
      })
    },
    async stop() {
      await worker.stop()
      await connection.close()
      await db.$disconnect()
      await temporal.stop()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Publishes a model in a segment of its own. */
export async function publish(db: Db, id: string, model: ProcessModel): Promise<Plan> {
  const plan = compileModel(model)
  const version = { id: `${id} 1`, number: 1, model, planHash: plan.hash, plan, note: '', publishedBy: 'ops' }
  await db.segment.create({
    data: { id, name: id, model: { create: { id, draft: model, versions: { create: version } } } },
  })
  return plan
}
