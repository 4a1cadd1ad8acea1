import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { batchPage, batchRows } from './batch-page.ts'
import { batchRowsQuery, batchRowsSchema, batchSchema, undoingSchema } from './contract.ts'
import { undoBatch } from './undo-batch.ts'

const roles = ['manager', 'admin'] as const
const params = { batch: z.string() }

export const batchRoutes: Route[] = [
  route({
    method: 'get',
    path: '/batches/{batch}',
    summary: 'How a change that was asked of many deals goes',
    roles,
    params,
    answer: batchSchema,
    handle: ({ deps, params }) => batchPage(deps, params.batch),
  }),
  route({
    method: 'get',
    path: '/batches/{batch}/rows',
    summary: 'What became of the change on each deal',
    roles,
    params,
    query: batchRowsQuery,
    answer: batchRowsSchema,
    handle: ({ deps, params, query }) => batchRows(deps, params.batch, query),
  }),
  route({
    method: 'post',
    path: '/batches/{batch}/undo',
    summary:
      'Take back what a change did, where it still can be: added tasks that are owed, requests that nobody has accepted',
    roles,
    params,
    body: undoingSchema,
    answer: batchSchema,
    handle: async ({ deps, actor, params, body, key }) =>
      batchPage(deps, await undoBatch(deps, actor, params.batch, body, key)),
  }),
]
