import { processModelSchema, type Side, settle, takeOver } from '#engine'
import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { Draft } from '../models/contract.ts'
import { versionOf } from '../models/version-of.ts'
import type { User } from '../people/contract.ts'
import type { TakingOver } from './contract.ts'
import { newestVersion, overlaid } from './rest-on-base.ts'

/** What taking over the newest version of its base would make of a segment's saved drawing. Changes nothing. */
export async function previewTakeOver({ db }: Deps, segment: string): Promise<TakingOver> {
  const { model, drawnOn } = await overlaid(db, segment)
  const newest = await newestVersion(db, drawnOn.modelId)
  const before = processModelSchema.parse(drawnOn.model)
  const base = processModelSchema.parse(newest.model)
  return {
    from: drawnOn.number,
    version: newest.number,
    revision: model.draftRevision,
    note: newest.note,
    ...takeOver(before, processModelSchema.parse(model.draft), base),
    base,
  }
}

type Settled = { version: number; revision: number; sides: Side[] }

/**
 * Makes the drawing what a preview showed, with a side taken at each conflict, and rests it on that version of the base.
 * Refused where anybody saved the drawing since. What is published stays as it is.
 */
export async function carryOut(
  { db, now }: Deps,
  actor: User,
  segment: string,
  { version, revision, sides }: Settled,
): Promise<Draft> {
  const { model: stored, drawnOn } = await overlaid(db, segment)
  if (stored.draftRevision !== revision) throw savedSince(revision)
  const target = await versionOf(db, drawnOn.modelId, version)
  const drawn = processModelSchema.parse
  const model = settle(takeOver(drawn(drawnOn.model), drawn(stored.draft), drawn(target.model)), sides)
  const { count } = await db.processModel.updateMany({
    where: { id: stored.id, draftRevision: revision, restsOnId: drawnOn.id },
    data: {
      draft: model,
      restsOnId: target.id,
      draftRevision: { increment: 1 },
      editedBy: actor.id,
      editedAt: now(),
    },
  })
  if (count === 0) throw savedSince(revision)
  return { model, revision: revision + 1 }
}

const savedSince = (revision: number): DomainError =>
  new DomainError(
    'STALE_VERSION',
    'Somebody else saved this drawing since you looked at what comes over. Look at it again.',
    { revision },
  )
