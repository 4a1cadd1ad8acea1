import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { StoredModel } from '../models/publish-model.ts'

/** The drawing of a base. Throws BASE_MODEL_NOT_FOUND. */
export async function baseModelOf(db: Db, id: string): Promise<StoredModel> {
  const model = await db.processModel.findUnique({ where: { baseModelId: id } })
  if (model) return model
  throw new DomainError('BASE_MODEL_NOT_FOUND', 'There is no such base model. Choose one from the list.', { base: id })
}
