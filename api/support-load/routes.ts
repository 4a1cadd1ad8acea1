import { z } from 'zod'
import { batchPage } from '../batches/batch-page.ts'
import { batchSchema } from '../batches/contract.ts'
import { type Route, route } from '../http/route.ts'
import { shiftSchema, supportLoadQuery, supportLoadSchema } from './contract.ts'
import { shiftRequests } from './shift-requests.ts'
import { supportLoad } from './support-load.ts'

/** What departments are asked for against what they can take, and how that is shifted. */
export const supportLoadRoutes: Route[] = [
  route({
    method: 'get',
    path: '/support-load',
    summary: 'What each department is asked for, by person, stage and week, against what it can take',
    roles: ['resource-owner', 'manager', 'ops', 'admin'],
    query: supportLoadQuery,
    answer: supportLoadSchema,
    handle: ({ deps, actor, query }) => supportLoad(deps, actor, query.timeZone),
  }),
  route({
    method: 'post',
    path: '/departments/{department}/shift',
    summary: 'Give open requests of one member of a department, or of nobody, to another, in the background',
    roles: ['manager', 'admin'],
    params: { department: z.string() },
    body: shiftSchema,
    answer: batchSchema,
    handle: async ({ deps, actor, params, body, key }) =>
      batchPage(deps, await shiftRequests(deps, actor, params.department, body, key)),
  }),
]
