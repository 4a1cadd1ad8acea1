import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'

/** A published version of a model, by its number. */
export async function versionOf(db: Db, modelId: string, number: number) {
  const version = await db.modelVersion.findUnique({ where: { modelId_number: { modelId, number } } })
  if (version) return version
  throw new DomainError('MODEL_NOT_FOUND', `This model has no version ${number}. See its list of versions.`, {
    number,
  })
}

/** The newest published version of a model, where it has one. */
export const newestVersion = (db: Db, modelId: string) =>
  db.modelVersion.findFirst({ where: { modelId, ...published }, orderBy: { number: 'desc' } })

/** Versions that were published. Number 0 is the free form of deals that have no model. */
export const published = { number: { gt: 0 } } as const
