import { type Route, route } from '../http/route.ts'
import { visitListQuery, visitListSchema } from './contract.ts'
import { visits } from './visits.ts'

export const visitRoutes: Route[] = [
  route({
    method: 'get',
    path: '/visits',
    summary: 'The visits to customers to which managers are asked along, each with what to know before',
    roles: ['manager', 'admin'],
    query: visitListQuery,
    answer: visitListSchema,
    handle: ({ deps, actor, query }) => visits(deps, actor, query),
  }),
]
