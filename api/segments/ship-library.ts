import { DomainError } from '#engine/deal'
import { libraryModels } from '../../engine/library/index.ts'
import type { Deps } from '../deps.ts'
import { refuseErrors, storeVersion } from '../models/publish-model.ts'

/** The segments that an installation begins with, and the library models that they buy by. */
const shipped = [
  { segment: 'Enterprise software', template: 'enterprise-software' },
  { segment: 'Public tender', template: 'public-tender' },
]

/** Gives an empty installation the library's models as published segments of its own. Any other stays as it is. */
export async function shipLibrary({ db, now, newId }: Pick<Deps, 'db' | 'now' | 'newId'>): Promise<void> {
  await db.$transaction(
    async (tx) => {
      // Two API processes that start at once would both see an empty installation; the lock makes them take turns.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ship library'))`
      if ((await tx.segment.count()) > 0) return
      for (const { segment, template } of shipped) {
        const id = newId()
        const model = { ...templateNamed(template), name: segment }
        await tx.segment.create({ data: { id, name: segment, model: { create: { id, draft: model } } } })
        const publication = { note: '', publishedBy: 'Keynode', publishedAt: now(), versionId: newId() }
        refuseErrors(model)
        await storeVersion(tx, id, model, publication)
      }
    },
    { timeout: 30_000 },
  )
}

/** A library model, by its id. */
export function templateNamed(template: string) {
  const found = libraryModels.find(({ id }) => id === template)
  if (found) return found.model
  throw new DomainError('TEMPLATE_NOT_FOUND', `There is no template ${template}. Choose one from the list.`, {
    template,
  })
}
