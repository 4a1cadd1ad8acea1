import { z } from 'zod'
import { checkModel, findingSchema, processModelSchema } from '#engine'
import { roles } from '../auth/roles.ts'
import { type Route, route } from '../http/route.ts'
import { modelOf, publishModel } from './publish-model.ts'
import { saveDraft } from './save-draft.ts'

const segment = { segment: z.string() }
const draftSchema = z.object({ model: processModelSchema, revision: z.number().int() })
const versionSchema = z.object({
  number: z.number(),
  note: z.string(),
  publishedBy: z.string(),
  publishedAt: z.string(),
  planHash: z.string(),
})

export const modelRoutes: Route[] = [
  route({
    method: 'get',
    path: '/segments/{segment}/model',
    summary: 'The drawing that is being worked on',
    roles,
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
    roles: ['ops', 'admin'],
    params: segment,
    body: draftSchema,
    answer: draftSchema,
    handle: ({ deps, actor, params, body }) => saveDraft(deps, actor, params.segment, body),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/model/check',
    summary: 'What is wrong with a drawing, and where',
    roles: ['ops', 'admin'],
    params: segment,
    body: z.strictObject({ model: processModelSchema }),
    answer: z.object({ findings: z.array(findingSchema) }),
    handle: async ({ body }) => ({ findings: checkModel(body.model) }),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/model/publish',
    summary: 'Publish the saved drawing as the next version; refused while it has errors',
    roles: ['ops', 'admin'],
    params: segment,
    body: z.strictObject({ note: z.string().max(2000).default(''), revision: z.number().int() }),
    answer: versionSchema,
    handle: ({ deps, actor, params, body }) => publishModel(deps, actor, params.segment, body),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/versions',
    summary: 'The published versions, newest first',
    roles,
    params: segment,
    answer: z.array(versionSchema),
    handle: async ({ deps: { db }, params }) => {
      const { id } = await modelOf(db, params.segment)
      const versions = await db.modelVersion.findMany({ where: { modelId: id }, orderBy: { number: 'desc' } })
      return versions.map((version) => ({ ...version, publishedAt: version.publishedAt.toISOString() }))
    },
  }),
]
