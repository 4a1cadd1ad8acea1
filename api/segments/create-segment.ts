import type { z } from 'zod'
import { emptyModel, type ProcessModel } from '#engine'
import { DomainError } from '#engine/deal'
import { libraryModels } from '../../engine/library/index.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { newSegmentSchema, Segment } from './contract.ts'

/** Makes a segment. One that is worked by process starts with an empty drawing, or with a copy of a library model. */
export async function createSegment(
  { db, newId }: Deps,
  actor: User,
  { name, mode, template }: z.output<typeof newSegmentSchema>,
): Promise<Segment> {
  if (await db.segment.findUnique({ where: { name } }))
    throw new DomainError('SEGMENT_EXISTS', `There is a segment “${name}” already. Choose another name.`, { name })
  const id = newId()
  const model =
    mode === 'process' ? { model: { create: { id, draft: firstDrawing(name, template), editedBy: actor.id } } } : {}
  await db.segment.create({ data: { id, name, mode, ...model } })
  return { id, name, mode, publishedVersion: null, deals: 0 }
}

function firstDrawing(name: string, template: string | undefined): ProcessModel {
  if (template === undefined) return emptyModel(name)
  const found = libraryModels.find(({ id }) => id === template)
  if (found) return found.model
  throw new DomainError('TEMPLATE_NOT_FOUND', `There is no template ${template}. Choose one from the list.`, {
    template,
  })
}
