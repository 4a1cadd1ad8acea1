import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { draftSchema } from '../models/contract.ts'
import { drawingRoutes } from '../models/drawing-routes.ts'
import { baseModels } from './base-model-list.ts'
import { baseModelOf } from './base-model-of.ts'
import { baseModelSchema, newBaseModelSchema, restsOnSchema, takenOverSchema, takingOverSchema } from './contract.ts'
import { createBaseModel } from './create-base-model.ts'
import { restOn, restsOn } from './rest-on-base.ts'
import { carryOut, previewTakeOver } from './take-over.ts'
import { tellSegments } from './tell-segments.ts'

const readers = ['ops', 'manager', 'admin'] as const
const drawers = ['ops', 'admin'] as const
const segment = { segment: z.string() }
const restingSchema = z.object({ restsOn: restsOnSchema.nullable() })

export const baseModelRoutes: Route[] = [
  route({
    method: 'get',
    path: '/base-models',
    summary: 'The base models, with their published version and the segments that rest on them',
    roles: readers,
    answer: z.object({ items: z.array(baseModelSchema) }),
    handle: async ({ deps }) => ({ items: await baseModels(deps) }),
  }),
  route({
    method: 'post',
    path: '/base-models',
    summary: 'Make a base model, from an empty drawing, a segment’s or a library model',
    roles: drawers,
    body: newBaseModelSchema,
    answer: baseModelSchema,
    handle: ({ deps, actor, body }) => createBaseModel(deps, actor, body),
  }),
  ...drawingRoutes({ name: 'base', path: '/base-models/{base}', modelOf: baseModelOf, afterwards: tellSegments }),
  route({
    method: 'get',
    path: '/segments/{segment}/base',
    summary: 'The base that the segment’s model rests on, as the version that it was last brought together with',
    roles: readers,
    params: segment,
    answer: restingSchema,
    handle: async ({ deps, params }) => ({ restsOn: await restsOn(deps, params.segment) }),
  }),
  route({
    method: 'put',
    path: '/segments/{segment}/base',
    summary:
      'Rest the segment’s model on the newest version of a base, or with null on nothing; the drawing stays as it is',
    roles: drawers,
    params: segment,
    body: z.strictObject({ base: z.string().nullable() }),
    answer: restingSchema,
    handle: async ({ deps, params, body }) => ({ restsOn: await restOn(deps, params.segment, body.base) }),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/take-over',
    summary: 'What taking over the newest version of the base would change, keep and leave in conflict',
    roles: drawers,
    params: segment,
    answer: takingOverSchema,
    handle: ({ deps, params }) => previewTakeOver(deps, params.segment),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/take-over',
    summary: 'Take over a version of the base, with a side for each conflict; the result is the drawing',
    roles: drawers,
    params: segment,
    body: takenOverSchema,
    answer: draftSchema,
    handle: ({ deps, actor, params, body }) => carryOut(deps, actor, params.segment, body),
  }),
]
