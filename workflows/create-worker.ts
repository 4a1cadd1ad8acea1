import type { NativeConnection } from '@temporalio/worker'
import { Worker } from '@temporalio/worker'
import type { Db } from '../prisma/client.ts'
import { createOpenRows } from './activities/open-rows.ts'
import { createPlanCache } from './activities/plan-cache.ts'
import { createTakeStep } from './activities/take-step.ts'
import { bundling } from './bundling.ts'

type Settings = { connection: NativeConnection; namespace: string; taskQueue: string; db: Db }

/** A worker that runs deals. More than some eight in flight on two cores only adds waiting, so it is bounded. */
export function createWorker({ connection, namespace, taskQueue, db }: Settings): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowsPath: bundling.workflowsPath,
    bundlerOptions: { webpackConfigHook: bundling.webpackConfigHook },
    activities: { takeStep: createTakeStep(db, createPlanCache(db)), openRows: createOpenRows(db, taskQueue) },
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentLocalActivityExecutions: 20,
    maxCachedWorkflows: 3000,
  })
}
