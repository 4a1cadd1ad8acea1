import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { inject } from 'vitest'
import { compileModel, type Plan, type ProcessModelDraft, processModelSchema } from '#engine'
import { createWorker } from '../../workflows/create-worker.ts'
import { createDealsClient, type DealsClient } from '../../workflows/deals-client.ts'
import { aDatabase, type TestDatabase } from './database.ts'

Runtime.install({ logger: new DefaultLogger('ERROR') })

export type RunningDeals = {
  database: TestDatabase
  deals: DealsClient
  client: Client
  plan: Plan
  newDeal(name?: string): Promise<string>
  stop(): Promise<void>
}

/** A database, a worker and a client around one published model. */
export async function runningDeals(draft: ProcessModelDraft): Promise<RunningDeals> {
  const database = await aDatabase()
  const plan = await publish(database, draft)
  const taskQueue = randomUUID()
  const address = inject('temporalAddress')
  const native = await NativeConnection.connect({ address })
  const worker = await createWorker({ connection: native, namespace: 'default', taskQueue, db: database.db })
  const run = worker.run()
  const connection = await Connection.connect({ address })
  const client = new Client({ connection })
  const deals = createDealsClient(client, taskQueue)
  return {
    database,
    deals,
    client,
    plan,
    async newDeal(name = 'Press line for Acme') {
      const dealId = randomUUID()
      await database.db.deal.create({
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
          updatedAt: new Date(),
        },
      })
      await deals.open(dealId, {
        kind: 'opened',
        id: `open ${dealId}`,
        by: 'rep',
        dealId,
        planHash: plan.hash,
        name,
        owner: 'rep',
        observations: [],
      })
      return dealId
    },
    async stop() {
      worker.shutdown()
      await run
      await connection.close()
      await native.close()
      await database.drop()
    },
  }
}

async function publish({ db }: TestDatabase, draft: ProcessModelDraft): Promise<Plan> {
  const model = processModelSchema.parse(draft)
  const plan = compileModel(model)
  await db.segment.create({
    data: {
      id: 'segment',
      name: 'Segment',
      model: {
        create: {
          id: 'model',
          draft: model,
          versions: {
            create: { id: 'version', number: 1, model, planHash: plan.hash, plan, note: '', publishedBy: 'ops' },
          },
        },
      },
    },
  })
  return plan
}
