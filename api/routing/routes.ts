import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { changeRouting } from './change-routing.ts'
import { changedRoutingSchema, departmentRoutingSchema, processOwnersSchema } from './contract.ts'
import { departmentRouting } from './department-routing.ts'
import { processOwners, setProcessOwner } from './process-owners.ts'

const movers = ['manager', 'ops', 'admin'] as const
const department = { department: z.string() }

/** Who gets a department's requests, who may take what, and who stands above. */
export const routingRoutes: Route[] = [
  route({
    method: 'get',
    path: '/departments/{department}/routing',
    summary: 'How a department gives its requests to its people, and who may take what',
    roles: movers,
    params: department,
    answer: departmentRoutingSchema,
    handle: ({ deps, params }) => departmentRouting(deps, params.department),
  }),
  route({
    method: 'put',
    path: '/departments/{department}/routing',
    summary: 'Set a department’s routing rules, authority and leads',
    roles: movers,
    params: department,
    body: changedRoutingSchema,
    answer: departmentRoutingSchema,
    handle: ({ deps, params, body }) => changeRouting(deps, params.department, body),
  }),
  route({
    method: 'get',
    path: '/process-owners',
    summary: 'Who can move resources for each segment',
    roles: movers,
    answer: processOwnersSchema,
    handle: ({ deps }) => processOwners(deps),
  }),
  route({
    method: 'put',
    path: '/segments/{segment}/process-owner',
    summary: 'Say who can move resources for a segment; null for nobody',
    roles: movers,
    params: { segment: z.string() },
    body: z.strictObject({ userId: z.string().nullable() }),
    answer: processOwnersSchema,
    handle: ({ deps, params, body }) => setProcessOwner(deps, params.segment, body.userId),
  }),
]
