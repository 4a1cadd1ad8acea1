import type { Deps } from '../deps.ts'
import type { Editor } from './contract.ts'

/** Milliseconds. Whoever has not been heard of for so long does not edit any more. */
const timeoutMs = 30_000

/** Notes that somebody edits a drawing now, and tells who else does, the longest first. */
export async function meetEditors(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { modelId, userId }: { modelId: string; userId: string },
): Promise<Editor[]> {
  const at = now()
  await db.drawingEditor.deleteMany({ where: { modelId, seenAt: { lt: new Date(at.getTime() - timeoutMs) } } })
  await db.drawingEditor.upsert({
    where: { modelId_userId: { modelId, userId } },
    create: { modelId, userId, since: at, seenAt: at },
    update: { seenAt: at },
  })
  const others = await db.drawingEditor.findMany({
    where: { modelId, userId: { not: userId } },
    include: { user: { select: { name: true } } },
    orderBy: [{ since: 'asc' }, { userId: 'asc' }],
  })
  return others.map(({ user: { name }, ...one }) => ({
    id: one.userId,
    name,
    since: one.since.toISOString(),
    changedAt: one.changedAt?.toISOString() ?? null,
  }))
}

/** Somebody closes a drawing. */
export async function leaveEditors({ db }: Pick<Deps, 'db'>, who: { modelId: string; userId: string }): Promise<void> {
  await db.drawingEditor.deleteMany({ where: who })
}
