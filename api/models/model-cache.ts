import { type Plan, type ProcessModel, processModelSchema } from '#engine'
import type { Db } from '../../prisma/client.ts'

export type PublishedModel = { model: ProcessModel; plan: Plan; number: number }
export type ModelCache = { byId(versionId: string): Promise<PublishedModel> }

/** Published versions never change, so each is read and parsed once per process. */
export function createModelCache(db: Db): ModelCache {
  const known = new Map<string, Promise<PublishedModel>>()
  async function read(id: string): Promise<PublishedModel> {
    const version = await db.modelVersion.findUniqueOrThrow({ where: { id } })
    return {
      model: processModelSchema.parse(version.model),
      plan: version.plan as unknown as Plan,
      number: version.number,
    }
  }
  return {
    byId(id) {
      const found = known.get(id) ?? read(id)
      known.set(id, found)
      found.catch(() => known.delete(id))
      return found
    },
  }
}
