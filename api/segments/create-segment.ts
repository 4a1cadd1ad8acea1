import type { z } from 'zod'
import { emptyModel } from '#engine'
import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { newSegmentSchema, Segment } from './contract.ts'
import { templateNamed } from './ship-library.ts'

/** Makes a segment. One that is worked by process starts with an empty drawing, or with a copy of a library model. */
export async function createSegment(
  { db, newId }: Deps,
  actor: User,
  { name, mode, template }: z.output<typeof newSegmentSchema>,
): Promise<Segment> {
  if (await db.segment.findUnique({ where: { name } }))
    throw new DomainError('SEGMENT_EXISTS', `There is a segment “${name}” already. Choose another name.`, { name })
  const id = newId()
  const drawing = () => (template === undefined ? emptyModel(name) : { ...templateNamed(template), name })
  const model = mode === 'process' ? { model: { create: { id, draft: drawing(), editedBy: actor.id } } } : {}
  await db.segment.create({ data: { id, name, mode, ...model } })
  return { id, name, mode, publishedVersion: null, deals: 0 }
}
