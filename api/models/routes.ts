import { z } from 'zod'
import { checkModel, processModelSchema } from '#engine'
import { type Route, route } from '../http/route.ts'
import {
  checkedSchema,
  draftSchema,
  publicationSchema,
  publishedModelSchema,
  versionNumber,
  versionSchema,
} from './contract.ts'
import { asVersion, modelOf, publishModel } from './publish-model.ts'
import { saveDraft } from './save-draft.ts'
import { versionOf } from './version-of.ts'

const segment = { segment: z.string() }
const readers = ['ops', 'manager', 'admin'] as const
const drawers = ['ops', 'admin'] as const
export const modelRoutes: Route[] = [
  route({
    method: 'get',
    path: '/segments/{segment}/model',
    summary: 'The drawing that is being worked on',
    roles: readers,
    params: segment,
    answer: draftSchema,
    handle: async ({ deps, params }) => {
      const { draft, draftRevision } = await modelOf(deps.db, params.segment)
      return { model: processModelSchema.parse(draft), revision: draftRevision }
    },
  }),
  route({
    method: 'put',
    path: '/segments/{segment}/model',
    summary: 'Save the drawing; refused where somebody else saved since `revision`',
    roles: drawers,
    params: segment,
    body: draftSchema,
    answer: draftSchema,
    handle: ({ deps, actor, params, body }) => saveDraft(deps, actor, params.segment, body),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/model/check',
    summary: 'What is wrong with a drawing, and where',
    roles: drawers,
    params: segment,
    body: z.strictObject({ model: processModelSchema }),
    answer: checkedSchema,
    handle: async ({ body }) => ({ findings: checkModel(body.model) }),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/model/publish',
    summary: 'Publish the saved drawing as the next version; refused while it has errors',
    roles: drawers,
    params: segment,
    body: publicationSchema,
    answer: versionSchema,
    handle: ({ deps, actor, params, body }) => publishModel(deps, actor, params.segment, body),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/versions',
    summary: 'The published versions, newest first',
    roles: readers,
    params: segment,
    answer: z.object({ items: z.array(versionSchema) }),
    handle: async ({ deps: { db }, params }) => {
      const { id } = await modelOf(db, params.segment)
      const versions = await db.modelVersion.findMany({
        where: { modelId: id },
        omit: { model: true, plan: true },
        orderBy: { number: 'desc' },
      })
      return { items: versions.map(asVersion) }
    },
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/versions/{number}',
    summary: 'One published version with its model, which never changes',
    roles: readers,
    params: {
      ...segment,
      number: versionNumber,
    },
    answer: publishedModelSchema,
    handle: async ({ deps: { db }, params: { segment, number } }) => {
      const version = await versionOf(db, segment, number)
      return { ...asVersion(version), model: processModelSchema.parse(version.model) }
    },
  }),
]
