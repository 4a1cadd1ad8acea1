import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { compileModel, type Plan } from '#engine'
import { freePort } from '../launch/ports.ts'
import { startPostgres } from '../launch/postgres.ts'
import { supervise } from '../launch/supervise.ts'
import { startTemporalServer } from '../launch/temporal-server.ts'
import { createDb, type Db } from '../prisma/client.ts'
import { migrate } from '../prisma/migrate.ts'
import { createDealsClient, type DealsClient } from '../workflows/deals-client.ts'
import { openDeal } from '../workflows/open-deal.ts'
import { enterpriseModel } from './enterprise-deal.ts'

export type Product = {
  plan: Plan
  db: Db
  client: Client
  deals: DealsClient
  openDeal(): Promise<string>
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
  const postgres = await startPostgres(join(folder, 'postgres'), await freePort())
  const temporal = await startTemporalServer({
    cli: temporalCli,
    port: await freePort(),
    database: join(folder, 'temporal.db'),
    pidFile: join(folder, 'temporal.pid'),
  })
  await migrate(postgres.url, 'prisma/migrations')
  const db = createDb(postgres.url)
  const plan = await publishEnterpriseModel(db)
  const addresses = { DATABASE_URL: postgres.url, TEMPORAL_ADDRESS: temporal.address, KEYNODE_TASK_QUEUE: taskQueue }
  const worker = supervise('worker', 'workflows/worker.ts', { ...process.env, ...addresses })
  const connection = await Connection.connect({ address: temporal.address })
  const client = new Client({ connection })
  const deals = createDealsClient(client, taskQueue)
  const means = { db, deals, now: () => new Date(), newId: randomUUID }
  return {
    plan,
    db,
    client,
    deals,
    openDeal: () =>
      openDeal(means, {
        externalId: randomUUID(),
        eventId: 'open',
        by: 'rep',
        name: 'Licences for Acme',
        segmentId,
        version: { id: versionId, planHash: plan.hash },
        owner: 'rep',
        observations: [],
      }),
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

async function publishEnterpriseModel(db: Db): Promise<Plan> {
  const model = enterpriseModel
  const plan = compileModel(model)
  const version = { id: versionId, number: 1, model, planHash: plan.hash, plan, note: '', publishedBy: 'ops' }
  await db.segment.create({
    data: {
      id: segmentId,
      name: 'Enterprise',
      model: { create: { id: 'model', draft: model, versions: { create: version } } },
    },
  })
  return plan
}
