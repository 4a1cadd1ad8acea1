import type { z } from 'zod'
import { emptyModel, processModelSchema } from '#engine'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { baseModelOf } from '../base-models/base-model-of.ts'
import { newestVersion } from '../base-models/rest-on-base.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { newSegmentSchema, Segment } from './contract.ts'
import { templateNamed } from './ship-library.ts'

type New = z.output<typeof newSegmentSchema>

/** Makes a segment. One that is worked by process starts with an empty drawing, or with a copy of a base or library model, or with the drawing that is given. */
export async function createSegment({ db, newId }: Deps, actor: User, segment: New): Promise<Segment> {
  const { name, mode } = segment
  if (await db.segment.findUnique({ where: { name } }))
    throw new DomainError('SEGMENT_EXISTS', `There is a segment “${name}” already. Choose another name.`, { name })
  const id = newId()
  const model =
    mode === 'process' ? { model: { create: { id, editedBy: actor.id, ...(await firstDrawing(db, segment)) } } } : {}
  await db.segment.create({ data: { id, name, mode, ...model } })
  return { id, name, mode, publishedVersion: null, restsOn: null, deals: 0 }
}

async function firstDrawing(db: Db, { name, template, base, model }: New) {
  if (base !== undefined) {
    const version = await newestVersion(db, (await baseModelOf(db, base)).id)
    return { draft: { ...processModelSchema.parse(version.model), name }, restsOnId: version.id }
  }
  if (model) return { draft: { ...model, name } }
  return { draft: template === undefined ? emptyModel(name) : { ...templateNamed(template), name } }
}
