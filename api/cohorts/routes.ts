import { z } from 'zod'
import { batchPage } from '../batches/batch-page.ts'
import { batchSchema } from '../batches/contract.ts'
import { type Route, route } from '../http/route.ts'
import { addTasks, askForAll } from './act-together.ts'
import { cohort } from './cohort.ts'
import { cohortDeals } from './cohort-deals.ts'
import { cohortDealsQuery, cohortDealsSchema, cohortSchema, jointRequestSchema, jointTaskSchema } from './contract.ts'

const roles = ['manager', 'admin'] as const
const params = { segment: z.string() }

export const cohortRoutes: Route[] = [
  route({
    method: 'get',
    path: '/segments/{segment}/cohort',
    summary:
      'Where the running deals of a segment stand, with whom, how long against those that passed, and what holds them',
    roles,
    params,
    answer: cohortSchema,
    handle: ({ deps, params }) => cohort(deps, params.segment),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/cohort/deals',
    summary: 'The running deals of a segment at their stages, longest first, and why each has not passed',
    roles,
    params,
    query: cohortDealsQuery,
    answer: cohortDealsSchema,
    handle: ({ deps, params, query }) => cohortDeals(deps, params.segment, query),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/cohort/tasks',
    summary: 'Add one task to many deals, at the stage where each stands, in the background',
    roles,
    params,
    body: jointTaskSchema,
    answer: batchSchema,
    handle: async ({ deps, actor, params, body, key }) =>
      batchPage(deps, await addTasks(deps, actor, params.segment, body, key)),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/cohort/support',
    summary: 'Ask a department for the same on many deals, in the background',
    roles,
    params,
    body: jointRequestSchema,
    answer: batchSchema,
    handle: async ({ deps, actor, params, body, key }) =>
      batchPage(deps, await askForAll(deps, actor, params.segment, body, key)),
  }),
]
