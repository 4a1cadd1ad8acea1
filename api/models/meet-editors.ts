import { placeSchema } from '#engine'
import { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { Meeting, Presence } from './contract.ts'
import { personNamed } from './save-draft.ts'

/** Milliseconds. Whoever has not been heard of for so long has left. */
const timeoutMs = 30_000

/** Notes that somebody has a drawing open now, and tells who else does, the longest first, and who saved it last. */
export async function meetEditors(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { modelId, userId, edits, at: place }: Presence & { modelId: string; userId: string; edits: boolean },
): Promise<Meeting> {
  const at = now()
  const here = { edits, ...(place !== undefined && { at: place ?? Prisma.DbNull }) }
  const [longAgo, toCome] = [new Date(at.getTime() - timeoutMs), new Date(at.getTime() + timeoutMs)]
  // A time to come is one of a clock that was set back since: whoever is still there is heard of again.
  await db.drawingEditor.deleteMany({
    where: { modelId, OR: [{ seenAt: { lt: longAgo } }, { seenAt: { gt: toCome } }] },
  })
  await db.drawingEditor.upsert({
    where: { modelId_userId: { modelId, userId } },
    create: { modelId, userId, since: at, seenAt: at, ...here },
    update: { seenAt: at, ...here },
  })
  const others = await db.drawingEditor.findMany({
    where: { modelId, userId: { not: userId } },
    include: { user: { select: { name: true } } },
    orderBy: [{ since: 'asc' }, { userId: 'asc' }],
  })
  const items = others.map(({ user: { name }, ...one }) => ({
    id: one.userId,
    name,
    since: one.since.toISOString(),
    changedAt: one.changedAt?.toISOString() ?? null,
    edits: one.edits,
    at: placeSchema.nullable().parse(one.at),
  }))
  const { draftRevision: revision, editedBy } = await db.processModel.findUniqueOrThrow({
    where: { id: modelId },
    select: { draftRevision: true, editedBy: true },
  })
  return { items, saved: { revision, by: editedBy === null ? null : await personNamed(db, editedBy) } }
}

/** Somebody closes a drawing. */
export async function leaveEditors({ db }: Pick<Deps, 'db'>, who: { modelId: string; userId: string }): Promise<void> {
  await db.drawingEditor.deleteMany({ where: who })
}
