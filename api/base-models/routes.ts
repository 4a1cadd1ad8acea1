import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { drawingRoutes } from '../models/drawing-routes.ts'
import { baseModels } from './base-model-list.ts'
import { baseModelOf } from './base-model-of.ts'
import { baseModelSchema, newBaseModelSchema } from './contract.ts'
import { createBaseModel } from './create-base-model.ts'
import { tellSegments } from './tell-segments.ts'

export const baseModelRoutes: Route[] = [
  route({
    method: 'get',
    path: '/base-models',
    summary: 'The base models, with their published version and the segments that rest on them',
    roles: ['ops', 'manager', 'admin'],
    answer: z.object({ items: z.array(baseModelSchema) }),
    handle: async ({ deps }) => ({ items: await baseModels(deps) }),
  }),
  route({
    method: 'post',
    path: '/base-models',
    summary: 'Make a base model, from an empty drawing, a segment’s or a library model',
    roles: ['ops', 'admin'],
    body: newBaseModelSchema,
    answer: baseModelSchema,
    handle: ({ deps, actor, body }) => createBaseModel(deps, actor, body),
  }),
  ...drawingRoutes({ name: 'base', path: '/base-models/{base}', modelOf: baseModelOf, afterwards: tellSegments }),
]
