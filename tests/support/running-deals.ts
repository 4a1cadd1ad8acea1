import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker'
import { inject } from 'vitest'
import { compileModel, type Plan, type ProcessModelDraft, processModelSchema } from '#engine'
import { createWorker } from '../../workflows/create-worker.ts'
import { createDealsClient, type DealsClient } from '../../workflows/deals-client.ts'
import type { MailSettings } from '../../workflows/mail/mail-settings.ts'
import type { WebhookSettings } from '../../workflows/webhooks/webhook-settings.ts'
import { aDatabase, type TestDatabase } from './database.ts'

Runtime.install({ logger: new DefaultLogger('ERROR') })

export type RunningDeals = {
  database: TestDatabase
  deals: DealsClient
  client: Client
  /** The plan of the model that deals run on where a test names none. */
  plan: Plan
  /** What a worker process needs to work these deals. */
  environment: Record<string, string>
  publish(draft: ProcessModelDraft): Promise<Plan>
  /** Publishes a model as the next version of the segment that deals run in where a test names none. */
  publishNext(draft: ProcessModelDraft): Promise<{ plan: Plan; number: number }>
  newDeal(settings?: { name?: string; plan?: Plan }): Promise<string>
  startWorker(): Promise<void>
  stopWorker(): Promise<void>
  stop(): Promise<void>
}

type Settings = {
  stepsPerRun?: number
  patience?: number
  worker?: boolean
  address?: string
  mail?: MailSettings
  webhooks?: WebhookSettings
}

/** A database, a worker (unless told otherwise) and a client around one published model. */
export async function runningDeals(
  draft: ProcessModelDraft,
  { worker: withWorker = true, address = inject('temporalAddress'), mail, webhooks, ...settings }: Settings = {},
): Promise<RunningDeals> {
  const database = await aDatabase()
  const plan = await publish(database, draft)
  const taskQueue = randomUUID()
  const native = await NativeConnection.connect({ address })
  const connection = await Connection.connect({ address })
  const client = new Client({ connection })
  const deals = createDealsClient(client, taskQueue, settings)
  let working: { worker: Worker; ended: Promise<void> } | undefined
  const running: RunningDeals = {
    database,
    deals,
    client,
    plan,
    environment: { DATABASE_URL: database.url, TEMPORAL_ADDRESS: address, KEYNODE_TASK_QUEUE: taskQueue },
    publish: (another) => publish(database, another),
    publishNext: (another) => publishNext(database, plan.hash, another),
    async newDeal({ name = 'Press line for Acme', plan: { hash } = plan } = {}) {
      const dealId = randomUUID()
      await database.db.deal.create({
        data: {
          id: dealId,
          name,
          segmentId: hash,
          modelVersionId: hash,
          planHash: hash,
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
        planHash: hash,
        name,
        owner: 'rep',
        observations: [],
      })
      return dealId
    },
    async startWorker() {
      const worker = await createWorker({
        connection: native,
        namespace: 'default',
        taskQueue,
        db: database.db,
        publicUrl: 'https://keynode.example.com',
        ...(mail && { mail }),
        ...(webhooks && { webhooks }),
      })
      working = { worker, ended: worker.run() }
    },
    async stopWorker() {
      working?.worker.shutdown()
      await working?.ended
      working = undefined
    },
    async stop() {
      await running.stopWorker()
      await connection.close()
      await native.close()
      await database.drop()
    },
  }
  if (withWorker) await running.startWorker()
  return running
}

/** Publishes a model in a segment of its own; a second time it changes nothing. */
async function publish({ db }: TestDatabase, draft: ProcessModelDraft): Promise<Plan> {
  const model = processModelSchema.parse(draft)
  const plan = compileModel(model)
  const id = plan.hash
  const versions = { create: { id, number: 1, model, planHash: id, plan, note: '', publishedBy: 'ops' } }
  await db.segment.upsert({
    where: { id },
    create: { id, name: id, model: { create: { id, draft: model, versions } } },
    update: {},
  })
  return plan
}

async function publishNext({ db }: TestDatabase, modelId: string, draft: ProcessModelDraft) {
  const model = processModelSchema.parse(draft)
  const plan = compileModel(model)
  const number = (await db.modelVersion.count({ where: { modelId } })) + 1
  const id = `${modelId} ${number}`
  await db.modelVersion.create({
    data: { id, modelId, number, model, planHash: plan.hash, plan, note: '', publishedBy: 'ops' },
  })
  return { plan, number }
}
