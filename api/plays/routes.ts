import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { playableDealsSchema, playableQuery, recordedPlaySchema } from './contract.ts'
import { playableDeals, playOfDeal } from './play-of-deal.ts'

const roles = ['ops', 'manager', 'admin'] as const

export const playRoutes: Route[] = [
  route({
    method: 'get',
    path: '/segments/{segment}/plays',
    summary: 'Deals of a segment whose course can be played on a drawing',
    roles,
    params: { segment: z.string() },
    query: playableQuery,
    answer: playableDealsSchema,
    handle: ({ deps, params, query }) => playableDeals(deps, params.segment, query.search),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/plays/{deal}',
    summary: 'What a deal did, as steps that can be played on a drawing; nobody’s words are in it',
    roles,
    params: { segment: z.string(), deal: z.string() },
    answer: recordedPlaySchema,
    handle: ({ deps, params }) => playOfDeal(deps, params.segment, params.deal),
  }),
]
