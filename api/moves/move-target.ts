import { compileModel, processModelSchema, type MoveTarget as Target } from '#engine'
import type { Deps } from '../deps.ts'
import { modelOf, refuseErrors } from '../models/publish-model.ts'
import { versionOf } from '../models/version-of.ts'

/** What running deals would be moved to, and the versions whose deals are there already. */
export type MoveTarget = Target & { segment: string; already: string[] }

/** A published version. Throws MODEL_NOT_FOUND where there is none of that number. */
export async function publishedTarget({ db, models }: Deps, segment: string, number: number): Promise<MoveTarget> {
  const { id } = await versionOf(db, (await modelOf(db, segment)).id, number)
  const { model, plan } = await models.byId(id)
  return { segment, model, plan, version: number, already: [id] }
}

/** The saved drawing, as the version that it would become. Throws MODEL_HAS_ERRORS while it cannot become one. */
export async function draftTarget({ db }: Deps, segment: string): Promise<MoveTarget> {
  const { id, draft } = await modelOf(db, segment)
  const model = processModelSchema.parse(draft)
  refuseErrors(model)
  const plan = compileModel(model)
  const versions = await db.modelVersion.findMany({
    where: { modelId: id },
    select: { id: true, number: true, planHash: true },
    orderBy: { number: 'desc' },
  })
  return {
    segment,
    model,
    plan,
    version: (versions[0]?.number ?? 0) + 1,
    already: versions.filter(({ planHash }) => planHash === plan.hash).map((version) => version.id),
  }
}
