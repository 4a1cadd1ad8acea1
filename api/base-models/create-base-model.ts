import type { z } from 'zod'
import { emptyModel, processModelSchema } from '#engine'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import { modelOf } from '../models/publish-model.ts'
import type { User } from '../people/contract.ts'
import { templateNamed } from '../segments/ship-library.ts'
import type { BaseModel, newBaseModelSchema } from './contract.ts'

type New = z.output<typeof newBaseModelSchema>

/** Makes a base with an empty drawing, or with a copy of a segment's or of a library model. */
export async function createBaseModel({ db, newId }: Deps, actor: User, { name, from }: New): Promise<BaseModel> {
  if (await db.baseModel.findUnique({ where: { name } }))
    throw new DomainError('BASE_MODEL_EXISTS', `There is a base model “${name}” already. Choose another name.`, {
      name,
    })
  const id = newId()
  const draft = { ...(await firstDrawing(db, name, from)), name }
  await db.baseModel.create({ data: { id, name, model: { create: { id, draft, editedBy: actor.id } } } })
  return { id, name, publishedVersion: null, segments: [] }
}

async function firstDrawing(db: Db, name: string, from: New['from']) {
  switch (from?.kind) {
    case 'segment':
      return processModelSchema.parse((await modelOf(db, from.id)).draft)
    case 'template':
      return templateNamed(from.id)
    default:
      return emptyModel(name)
  }
}
