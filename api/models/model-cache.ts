import { applyChanges, freeForm, type Plan, type ProcessModel, processModelSchema } from '#engine'
import type { DealState } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'

export type PublishedModel = { model: ProcessModel; plan: Plan; number: number }
export type ModelCache = {
  byId(versionId: string): Promise<PublishedModel>
  /** The model as a deal runs it: its version’s, with what the deal does otherwise. */
  ofDeal(deal: { modelVersionId: string; state: unknown }): Promise<PublishedModel>
  /** The plan that a deal runs on: its version’s, or its own. */
  planOf(deal: { modelVersionId: string; planHash: string }): Promise<Plan>
}

/** Published versions and the plans of deals’ own models never change, so each is read once per process. */
export function createModelCache(db: Db): ModelCache {
  const known = new Map<string, Promise<PublishedModel>>()
  const plans = new Map<string, Plan>()
  async function read(id: string): Promise<PublishedModel> {
    const version = await db.modelVersion.findUniqueOrThrow({ where: { id } })
    const model = processModelSchema.parse(version.model)
    return {
      // What deals without a model know by kind follows the product, not the day on which the first was opened.
      model: version.number === 0 ? freeForm(model.name) : model,
      plan: version.plan as unknown as Plan,
      number: version.number,
    }
  }
  async function planOf({ modelVersionId, planHash: hash }: { modelVersionId: string; planHash: string }) {
    const version = await byId(modelVersionId)
    const known = version.plan.hash === hash ? version.plan : plans.get(hash)
    const plan = known ?? ((await db.adaptedPlan.findUniqueOrThrow({ where: { hash } })).plan as unknown as Plan)
    plans.set(hash, plan)
    return plan
  }
  function byId(id: string): Promise<PublishedModel> {
    const found = known.get(id) ?? read(id)
    known.set(id, found)
    found.catch(() => known.delete(id))
    return found
  }
  return {
    byId,
    planOf,
    async ofDeal({ modelVersionId, state }) {
      const version = await byId(modelVersionId)
      const { own, planHash } = state as DealState
      if (!own) return version
      const plan = await planOf({ modelVersionId, planHash })
      return { model: applyChanges(version.model, own), plan, number: version.number }
    },
  }
}
