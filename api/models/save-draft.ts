import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { Draft } from './contract.ts'

/** Saves a drawing over the revision it was made from. Where that is no longer the newest, nothing is overwritten. */
export async function saveDraft(
  { db, now }: Deps,
  actor: User,
  modelId: string,
  { model, revision }: Draft,
): Promise<Draft> {
  const { count } = await db.processModel.updateMany({
    where: { id: modelId, draftRevision: revision },
    data: { draft: model, draftRevision: { increment: 1 }, editedBy: actor.id, editedAt: now() },
  })
  if (count === 0)
    throw new DomainError(
      'STALE_VERSION',
      'Somebody else saved this drawing since you opened it. Reload it; your changes are still on your screen to copy.',
      { revision },
    )
  return { model, revision: revision + 1 }
}
