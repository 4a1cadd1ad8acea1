import { z } from 'zod'
import { checkModel, processModelSchema } from '#engine'
import type { Db } from '../../prisma/client.ts'
import { type Route, route } from '../http/route.ts'
import {
  checkedSchema,
  draftSchema,
  meetingSchema,
  presenceSchema,
  publicationSchema,
  publishedModelSchema,
  versionNumber,
  versionSchema,
} from './contract.ts'
import { leaveEditors, meetEditors } from './meet-editors.ts'
import { type Afterwards, asVersion, publishModel, type StoredModel } from './publish-model.ts'
import { saveDraft } from './save-draft.ts'
import { published, versionOf } from './version-of.ts'

const readers = ['ops', 'manager', 'admin'] as const
const drawers = ['ops', 'admin'] as const

/** Who can have a drawing: how paths name one of them, where its model is found, and what else its new version asks for. */
type Owners<Name extends string> = {
  name: Name
  path: `/${string}/{${Name}}`
  modelOf(db: Db, id: string): Promise<StoredModel>
  afterwards?: Afterwards
}

/** Drawing, checking and publishing: the same for a segment's model and for a base. */
export const drawingRoutes = <Name extends string>({ name, path, modelOf, afterwards }: Owners<Name>): Route[] => {
  const owner = { [name]: z.string() } as Record<Name, z.ZodString>
  return [
    route({
      method: 'get',
      path: `${path}/model`,
      summary: 'The drawing that is being worked on',
      roles: readers,
      params: owner,
      answer: draftSchema,
      handle: async ({ deps, params }) => {
        const { draft, draftRevision } = await modelOf(deps.db, params[name])
        return { model: processModelSchema.parse(draft), revision: draftRevision }
      },
    }),
    route({
      method: 'put',
      path: `${path}/model`,
      summary: 'Save the drawing; refused where somebody else saved since `revision`',
      roles: drawers,
      params: owner,
      body: draftSchema,
      answer: draftSchema,
      handle: async ({ deps, actor, params, body }) =>
        saveDraft(deps, actor, (await modelOf(deps.db, params[name])).id, body),
    }),
    route({
      method: 'put',
      path: `${path}/model/editors/me`,
      summary:
        'Say that one has the drawing open, and where in it one is, and hear who else has and who saved it last; who says nothing for 30 seconds has left',
      roles: readers,
      params: owner,
      body: presenceSchema,
      answer: meetingSchema,
      handle: async ({ deps, actor, params, body }) => {
        const { id } = await modelOf(deps.db, params[name])
        const edits = (drawers as readonly string[]).includes(actor.role)
        return meetEditors(deps, { modelId: id, userId: actor.id, edits, ...body })
      },
    }),
    route({
      method: 'delete',
      path: `${path}/model/editors/me`,
      summary: 'Say that one does not have the drawing open any more',
      roles: readers,
      params: owner,
      answer: z.object({}),
      handle: async ({ deps, actor, params }) => {
        const { id } = await modelOf(deps.db, params[name])
        await leaveEditors(deps, { modelId: id, userId: actor.id })
        return {}
      },
    }),
    route({
      method: 'post',
      path: `${path}/model/check`,
      summary: 'What is wrong with a drawing, and where',
      roles: drawers,
      params: owner,
      body: z.strictObject({ model: processModelSchema }),
      answer: checkedSchema,
      handle: async ({ body }) => ({ findings: checkModel(body.model) }),
    }),
    route({
      method: 'post',
      path: `${path}/model/publish`,
      summary: 'Publish the saved drawing as the next version; refused while it has errors',
      roles: drawers,
      params: owner,
      body: publicationSchema,
      answer: versionSchema,
      handle: async ({ deps, actor, params, body }) =>
        publishModel(deps, actor, await modelOf(deps.db, params[name]), body, afterwards),
    }),
    route({
      method: 'get',
      path: `${path}/versions`,
      summary: 'The published versions, newest first',
      roles: readers,
      params: owner,
      answer: z.object({ items: z.array(versionSchema) }),
      handle: async ({ deps: { db }, params }) => {
        const { id } = await modelOf(db, params[name])
        const versions = await db.modelVersion.findMany({
          where: { modelId: id, ...published },
          omit: { model: true, plan: true },
          orderBy: { number: 'desc' },
        })
        return { items: versions.map(asVersion) }
      },
    }),
    route({
      method: 'get',
      path: `${path}/versions/{number}`,
      summary: 'One published version with its model, which never changes',
      roles: readers,
      params: {
        ...owner,
        number: versionNumber,
      },
      answer: publishedModelSchema,
      handle: async ({ deps: { db }, params }) => {
        const { id } = await modelOf(db, params[name])
        const version = await versionOf(db, id, params.number as number)
        return { ...asVersion(version), model: processModelSchema.parse(version.model) }
      },
    }),
  ]
}
