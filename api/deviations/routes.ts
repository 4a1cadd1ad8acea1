import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { adaptedModel } from './adapted-model.ts'
import { adaptedModelSchema, deviationListQuery, deviationListSchema } from './contract.ts'
import { deviationList } from './deviation-list.ts'

const readers = ['ops', 'manager', 'admin'] as const

export const deviationRoutes: Route[] = [
  route({
    method: 'get',
    path: '/deviations',
    summary: 'The steps that deals took outside their models, newest first, with counts by stage',
    roles: readers,
    query: deviationListQuery,
    answer: deviationListSchema,
    handle: ({ deps, query }) => deviationList(deps, query),
  }),
  route({
    method: 'get',
    path: '/deviations/{deal}/{id}/changes',
    summary: 'What one deviation changed of a deal’s model',
    roles: readers,
    params: { deal: z.string(), id: z.string() },
    answer: adaptedModelSchema,
    handle: ({ deps, params }) => adaptedModel(deps, params.deal, params.id),
  }),
]
