import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { modelOf } from './publish-model.ts'

/** A published version of a segment's model, by its number. */
export async function versionOf(db: Db, segment: string, number: number) {
  const { id } = await modelOf(db, segment)
  const version = await db.modelVersion.findUnique({ where: { modelId_number: { modelId: id, number } } })
  if (version) return version
  throw new DomainError('MODEL_NOT_FOUND', `This segment has no version ${number}. See its list of versions.`, {
    number,
  })
}
