import type { NativeConnection } from '@temporalio/worker'
import { Worker } from '@temporalio/worker'
import type { Db } from '../prisma/client.ts'
import { createAssignSome } from './activities/assign-some.ts'
import { createCalendarCache } from './activities/calendar-cache.ts'
import { createChangeSome } from './activities/change-some.ts'
import { createDeliverSome } from './activities/deliver-some.ts'
import { createMoveSome } from './activities/move-some.ts'
import { createOpenRows } from './activities/open-rows.ts'
import { createPlanCache } from './activities/plan-cache.ts'
import { createPromoteSome } from './activities/promote-some.ts'
import { createTakeStep } from './activities/take-step.ts'
import { bundling } from './bundling.ts'
import type { MailSettings } from './mail/mail-settings.ts'
import type { WebhookSettings } from './webhooks/webhook-settings.ts'

type Settings = {
  connection: NativeConnection
  namespace: string
  taskQueue: string
  db: Db
  /** Where people open the product. */
  publicUrl: string
  webhooks?: WebhookSettings
  /** None where no mail server is set up. */
  mail?: MailSettings
  /** Where the workflows' bundle is, if it was made before. */
  bundle?: string
}

/** A worker that runs deals. More than some eight in flight on two cores only adds waiting, so it is bounded. */
export function createWorker({
  connection,
  namespace,
  taskQueue,
  db,
  publicUrl,
  mail,
  webhooks,
  bundle,
}: Settings): Promise<Worker> {
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
      deliverSome: createDeliverSome(db, { publicUrl, mail, webhooks }),
      changeSome: createChangeSome(db, taskQueue),
      promoteSome: createPromoteSome(db, taskQueue),
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
