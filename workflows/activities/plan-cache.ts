import { ApplicationFailure } from '@temporalio/activity'
import type { Plan } from '#engine'
import type { Db } from '../../prisma/client.ts'

export type PlanCache = { byHash(hash: string): Promise<Plan> }

/** Plans never change, so each is read once per process. */
export function createPlanCache(db: Db): PlanCache {
  const plans = new Map<string, Plan>()
  return {
    async byHash(hash) {
      const known = plans.get(hash)
      if (known) return known
      const version = await db.modelVersion.findFirst({ where: { planHash: hash }, select: { plan: true } })
      if (!version) throw ApplicationFailure.nonRetryable(`No published model has the plan ${hash}`, 'PlanMissing')
      const plan = version.plan as unknown as Plan
      plans.set(hash, plan)
      return plan
    },
  }
}
