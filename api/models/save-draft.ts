import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
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
  const at = now()
  const { count } = await db.processModel.updateMany({
    where: { id: modelId, draftRevision: revision },
    data: { draft: model, draftRevision: { increment: 1 }, editedBy: actor.id, editedAt: at },
  })
  if (count === 0)
    throw await savedSince(db, modelId, revision, 'Reload it; your changes are still on your screen to copy.')
  await db.drawingEditor.updateMany({ where: { modelId, userId: actor.id }, data: { changedAt: at } })
  return { model, revision: revision + 1 }
}

/** STALE_VERSION with who saved a drawing since `revision`, and when. `wayOn` is the sentence on what to do. */
export async function savedSince(db: Db, modelId: string, revision: number, wayOn: string): Promise<DomainError> {
  const { editedBy, editedAt, draftRevision } = await db.processModel.findUniqueOrThrow({ where: { id: modelId } })
  const by = editedBy === null ? null : await personNamed(db, editedBy)
  return new DomainError(
    'STALE_VERSION',
    `${by?.name ?? 'Somebody else'} saved this drawing since you opened it. ${wayOn}`,
    { revision, saved: draftRevision, ...(by && { by: by.name, byId: by.id, at: editedAt.toISOString() }) },
  )
}

/** Null where that person is there no more. */
export const personNamed = (db: Db, id: string): Promise<{ id: string; name: string } | null> =>
  db.user.findUnique({ where: { id }, select: { id: true, name: true } })
