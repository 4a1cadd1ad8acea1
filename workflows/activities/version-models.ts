import { type ProcessModel, processModelSchema } from '#engine'
import type { Db } from '../../prisma/client.ts'

/** The models of published versions, by the version's id. None ever changes, so each is read once per process. */
export function createVersionModels(db: Db): (versionId: string) => Promise<ProcessModel> {
  const known = new Map<string, ProcessModel>()
  return async (id) => {
    const model =
      known.get(id) ?? processModelSchema.parse((await db.modelVersion.findUniqueOrThrow({ where: { id } })).model)
    known.set(id, model)
    return model
  }
}
