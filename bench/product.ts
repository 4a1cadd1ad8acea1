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
import { dealWorkflowId, pingUpdate } from '../workflows/contract.ts'
import { createDealsClient, type DealsClient } from '../workflows/deals-client.ts'
import { enterpriseModel } from './enterprise-deal.ts'

export type Product = {
  plan: Plan
  deals: DealsClient
  openDeal(): Promise<string>
  /** An update that does nothing: what the server, the worker and the way to them cost by themselves. */
  ping(dealId: string): Promise<unknown>
  stop(): Promise<void>
}

const taskQueue = 'keynode'

/** The product as it runs on one machine, in a folder that goes with it: database, Temporal, and a worker of its own. */
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
  const env = { ...process.env, DATABASE_URL: postgres.url, TEMPORAL_ADDRESS: temporal.address }
  const worker = supervise('worker', 'workflows/worker.ts', env)
  const connection = await Connection.connect({ address: temporal.address })
  const client = new Client({ connection })
  const deals = createDealsClient(client, taskQueue)
  return {
    plan,
    deals,
    openDeal: () => openDeal(db, deals, plan),
    ping: (dealId) => client.workflow.getHandle(dealWorkflowId(dealId)).executeUpdate(pingUpdate),
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
  const model = enterpriseModel()
  const plan = compileModel(model)
  const version = { id: 'version', number: 1, model, planHash: plan.hash, plan, note: '', publishedBy: 'ops' }
  await db.segment.create({
    data: {
      id: 'segment',
      name: 'Enterprise',
      model: { create: { id: 'model', draft: model, versions: { create: version } } },
    },
  })
  return plan
}

async function openDeal(db: Db, deals: DealsClient, plan: Plan): Promise<string> {
  const dealId = randomUUID()
  const name = 'Licences for Acme'
  await db.deal.create({
    data: {
      id: dealId,
      name,
      segmentId: 'segment',
      modelVersionId: 'version',
      planHash: plan.hash,
      ownerId: 'rep',
      status: 'open',
      seq: 0,
      openStages: [],
      state: {},
      openedAt: new Date(),
    },
  })
  const opened = { kind: 'opened' as const, dealId, planHash: plan.hash, name, owner: 'rep', observations: [] }
  await deals.open(dealId, { ...opened, id: `open ${dealId}`, by: 'rep' })
  return dealId
}
