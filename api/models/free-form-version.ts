import { compileModel, freeForm } from '#engine'
import type { Deps } from '../deps.ts'

/**
 * Number 0 of a segment's versions, which nobody publishes: deals run on it while the segment has no model. It has the
 * segment's id for a name, so that its plan is that of this segment alone.
 */
export async function freeFormVersion({ db, newId }: Pick<Deps, 'db' | 'newId'>, modelId: string, segmentId: string) {
  const model = freeForm(segmentId)
  const plan = compileModel(model)
  return db.modelVersion.upsert({
    where: { modelId_number: { modelId, number: 0 } },
    create: { id: newId(), modelId, number: 0, model, plan, planHash: plan.hash, note: '', publishedBy: '' },
    update: {},
  })
}
