import { batchPage } from '../batches/batch-page.ts'
import { batchSchema } from '../batches/contract.ts'
import { type Route, route } from '../http/route.ts'
import { jointPlanSchema, objectionListQuery, objectionListSchema } from './contract.ts'
import { objectionList } from './objection-list.ts'
import { planTogether } from './plan-together.ts'

const roles = ['manager', 'admin'] as const

export const objectionRoutes: Route[] = [
  route({
    method: 'get',
    path: '/objections',
    summary: 'The objections of all running deals, what is due first, with counts by type',
    roles,
    query: objectionListQuery,
    answer: objectionListSchema,
    handle: ({ deps, query }) => objectionList(deps, query),
  }),
  route({
    method: 'post',
    path: '/objections/plan',
    summary: 'Plan the answer to many objections alike, in the background',
    roles,
    body: jointPlanSchema,
    answer: batchSchema,
    handle: async ({ deps, actor, body, key }) => batchPage(deps, await planTogether(deps, actor, body, key)),
  }),
]
