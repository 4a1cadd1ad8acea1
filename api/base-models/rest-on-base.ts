import { processModelSchema } from '#engine'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import { modelOf, type StoredModel } from '../models/publish-model.ts'
import { baseModelOf } from './base-model-of.ts'
import type { RestsOn } from './contract.ts'

/** What a segment's model rests on; null where on nothing. */
export async function restsOn({ db }: Deps, segment: string): Promise<RestsOn | null> {
  const { restsOnId } = await modelOf(db, segment)
  if (restsOnId === null) return null
  const version = await db.modelVersion.findUniqueOrThrow({
    where: { id: restsOnId },
    include: { of: { include: { baseModel: true } } },
  })
  const { baseModel } = version.of
  if (!baseModel) throw new Error(`The model of segment ${segment} rests on a version that is no base's`)
  return {
    base: { id: baseModel.id, name: baseModel.name },
    version: version.number,
    newest: (await newestVersion(db, version.modelId)).number,
    model: processModelSchema.parse(version.model),
  }
}

/**
 * Rests a segment's model on the newest version of a base, or with null on nothing. The drawing stays as it is: what it has
 * otherwise than the base becomes its overlay.
 */
export async function restOn(deps: Deps, segment: string, base: string | null): Promise<RestsOn | null> {
  const { db } = deps
  const { id } = await modelOf(db, segment)
  const restsOnId = base === null ? null : (await newestVersion(db, (await baseModelOf(db, base)).id)).id
  await db.processModel.update({ where: { id }, data: { restsOnId } })
  return restsOn(deps, segment)
}

/** The newest version of a base's model. Throws BASE_NOT_PUBLISHED where there is none yet. */
export async function newestVersion(db: Db, modelId: string) {
  const newest = await db.modelVersion.findFirst({ where: { modelId }, orderBy: { number: 'desc' } })
  if (newest) return newest
  throw new DomainError('BASE_NOT_PUBLISHED', 'This base model has no version yet. Publish it first.', {
    base: modelId,
  })
}

/** The drawing of a segment, and the version that it rests on. Throws RESTS_ON_NOTHING. */
export async function overlaid(db: Db, segment: string) {
  const model: StoredModel = await modelOf(db, segment)
  const drawnOn = model.restsOnId && (await db.modelVersion.findUniqueOrThrow({ where: { id: model.restsOnId } }))
  if (drawnOn) return { model, drawnOn }
  throw new DomainError('RESTS_ON_NOTHING', 'This segment’s model rests on no base. Choose a base for it first.', {
    segment,
  })
}
