import { ApplicationFailure } from '@temporalio/activity'
import type { Plan } from '#engine'
import type { Db } from '../../prisma/client.ts'

export type PlanCache = { byHash(hash: string): Promise<Plan> }

/** Plans of versions, and those of deals that do something otherwise. None ever changes, so each is read once per process. */
export function createPlanCache(db: Db): PlanCache {
  const plans = new Map<string, Plan>()
  return {
    async byHash(hash) {
      const known = plans.get(hash)
      if (known) return known
      const stored =
        (await db.modelVersion.findFirst({ where: { planHash: hash }, select: { plan: true } })) ??
        (await db.adaptedPlan.findUnique({ where: { hash }, select: { plan: true } }))
      if (!stored) throw ApplicationFailure.nonRetryable(`No published model has the plan ${hash}`, 'PlanMissing')
      const plan = stored.plan as unknown as Plan
      plans.set(hash, plan)
      return plan
    },
  }
}
