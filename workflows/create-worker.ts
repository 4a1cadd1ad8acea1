import type { NativeConnection } from '@temporalio/worker'
import { Worker } from '@temporalio/worker'
import type { Db } from '../prisma/client.ts'
import { createAssignSome } from './activities/assign-some.ts'
import { createCalendarCache } from './activities/calendar-cache.ts'
import { createChangeSome } from './activities/change-some.ts'
import { createMoveSome } from './activities/move-some.ts'
import { createOpenRows } from './activities/open-rows.ts'
import { createPlanCache } from './activities/plan-cache.ts'
import { createTakeStep } from './activities/take-step.ts'
import { bundling } from './bundling.ts'

type Settings = {
  connection: NativeConnection
  namespace: string
  taskQueue: string
  db: Db
  /** Where the workflows' bundle is, if it was made before. */
  bundle?: string
}

/** A worker that runs deals. More than some eight in flight on two cores only adds waiting, so it is bounded. */
export function createWorker({ connection, namespace, taskQueue, db, bundle }: Settings): Promise<Worker> {
  const plans = createPlanCache(db)
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    ...(bundle === undefined
      ? { workflowsPath: bundling.workflowsPath, bundlerOptions: { webpackConfigHook: bundling.webpackConfigHook } }
      : { workflowBundle: { codePath: bundle } }),
    activities: {
      takeStep: createTakeStep(db, plans, createCalendarCache(db)),
      assignSome: createAssignSome(db, plans, taskQueue),
      changeSome: createChangeSome(db, taskQueue),
      openRows: createOpenRows(db, taskQueue),
      moveSome: createMoveSome(db, plans, taskQueue),
    },
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentLocalActivityExecutions: 20,
    maxCachedWorkflows: 3000,
    // A deal whose worker was killed waits so long for it before another takes over: by default, longer than callers wait.
    stickyQueueScheduleToStartTimeout: '5s',
  })
}
