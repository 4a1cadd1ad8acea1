import { type Route, route } from '../http/route.ts'
import { roles } from '../people/contract.ts'
import { searchQuery, searchSchema } from './contract.ts'
import { search } from './search.ts'

export const searchRoutes: Route[] = [
  route({
    method: 'get',
    path: '/search',
    summary: 'What you work with that holds all words of a text, in any script: the best few of each kind',
    roles,
    query: searchQuery,
    answer: searchSchema,
    handle: ({ deps, actor, query }) => search(deps, actor, query),
  }),
]
